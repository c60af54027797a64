#!/usr/bin/python3
"""A bare WebKitGTK window that WebKitWebDriver steers.

WebKit's own test window forgets everything when it closes and cannot print to a file; a person's browser can do both.
Arguments: --data FOLDER (kept between two runs), --out FOLDER (downloads; A4.pdf when a file A4.wish appears, and so on),
--saving no (pages find no storage).
"""

import argparse
import os

import gi

gi.require_version("Gtk", "3.0")
gi.require_version("WebKit2", "4.1")
from gi.repository import Gio, GLib, Gtk, WebKit2  # noqa: E402

PAPERS = {"A4": Gtk.PAPER_NAME_A4, "Letter": Gtk.PAPER_NAME_LETTER}


def print_to_file(view, out, name):
    """Prints on one paper; the file appears under its name when it is complete."""
    unfinished, finished = (os.path.join(out, name + ending) for ending in (".part", ".pdf"))
    settings = Gtk.PrintSettings()
    settings.set_printer("Print to File")
    settings.set(Gtk.PRINT_SETTINGS_OUTPUT_FILE_FORMAT, "pdf")
    settings.set(Gtk.PRINT_SETTINGS_OUTPUT_URI, GLib.filename_to_uri(unfinished))
    paper = Gtk.PageSetup()
    paper.set_paper_size_and_default_margins(Gtk.PaperSize.new(PAPERS[name]))
    operation = WebKit2.PrintOperation.new(view)
    operation.set_print_settings(settings)
    operation.set_page_setup(paper)
    operation.connect("finished", lambda _operation: os.rename(unfinished, finished))
    operation.print_()


def print_on_wish(view, out):
    """A person would open the browser's menu; here a file such as "A4.wish" asks for the print.

    The page cannot ask: WebKit ignores window.print() in a window that a driver steers.
    """
    folder = Gio.File.new_for_path(out).monitor_directory(Gio.FileMonitorFlags.NONE, None)

    def on_change(_folder, file, _other, event):
        name, ending = os.path.splitext(file.get_basename())
        if event == Gio.FileMonitorEvent.CREATED and ending == ".wish":
            os.remove(file.get_path())
            print_to_file(view, out, name)

    folder.connect("changed", on_change)
    # The window keeps it: a monitor that nobody holds stops.
    view.wishes = folder


def on_download(_context, download, out):
    def on_destination(_download, name):
        download.set_destination(GLib.filename_to_uri(os.path.join(out, os.path.basename(name))))
        return True

    download.connect("decide-destination", on_destination)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--data", required=True)
    parser.add_argument("--out", required=True)
    parser.add_argument("--saving", choices=["yes", "no"], default="yes")
    options, _ = parser.parse_known_args()

    keeper = WebKit2.WebsiteDataManager(base_data_directory=options.data, base_cache_directory=options.data + "/cache")
    context = WebKit2.WebContext(website_data_manager=keeper)
    context.set_automation_allowed(True)
    context.connect("download-started", on_download, options.out)

    def open_window(_session=None):
        view = WebKit2.WebView(web_context=context, is_controlled_by_automation=True)
        view.get_settings().set_enable_html5_local_storage(options.saving == "yes")
        print_on_wish(view, options.out)
        window = Gtk.Window(default_width=1000, default_height=900)
        window.add(view)
        view.connect("close", lambda _view: window.destroy())
        window.connect("destroy", lambda _window: Gtk.main_quit())
        window.show_all()
        return view

    def on_automation(_context, session):
        info = WebKit2.ApplicationInfo()
        info.set_name("Tailored journeys")
        session.set_application_info(info)
        session.connect("create-web-view", open_window)

    context.connect("automation-started", on_automation)
    Gtk.main()


main()
