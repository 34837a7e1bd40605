"""A small window with a file in it to drag, as a file manager has: a real drag
of GTK over X. `python3 slepen.py FILE X Y` puts it at that place and says
"klaar" when it is there."""
import ctypes
import sys

gtk = ctypes.CDLL("libgtk-3.so.0")
gobject = ctypes.CDLL("libgobject-2.0.so.0")
glib = ctypes.CDLL("libglib-2.0.so.0")
for function in (gtk.gtk_window_new, gtk.gtk_label_new, gtk.gtk_event_box_new):
    function.restype = ctypes.c_void_p
glib.g_filename_to_uri.restype = ctypes.c_char_p
glib.g_filename_to_uri.argtypes = [ctypes.c_char_p, ctypes.c_void_p, ctypes.c_void_p]

POPUP, BUTTON_1, COPY = 1, 1 << 8, 1 << 1
uri = glib.g_filename_to_uri(sys.argv[1].encode(), None, None)
uris = (ctypes.c_char_p * 2)(uri, None)


@ctypes.CFUNCTYPE(None, *[ctypes.c_void_p] * 3, ctypes.c_uint, ctypes.c_uint, ctypes.c_void_p)
def on_data(_widget, _context, selection, _info, _time, _data):
    gtk.gtk_selection_data_set_uris(ctypes.c_void_p(selection), uris)


@ctypes.CFUNCTYPE(ctypes.c_int, *[ctypes.c_void_p] * 3)
def on_map(_widget, _event, _data):
    print("klaar", flush=True)
    return 0


if not gtk.gtk_init_check(None, None):
    sys.exit("no screen")
window = ctypes.c_void_p(gtk.gtk_window_new(POPUP))
box = ctypes.c_void_p(gtk.gtk_event_box_new())
gtk.gtk_container_add(box, ctypes.c_void_p(gtk.gtk_label_new(b"bestand")))
gtk.gtk_container_add(window, box)
gtk.gtk_window_resize(window, 80, 80)
gtk.gtk_window_move(window, int(sys.argv[2]), int(sys.argv[3]))
gtk.gtk_drag_source_set(box, BUTTON_1, None, 0, COPY)
gtk.gtk_drag_source_add_uri_targets(box)
connect = gobject.g_signal_connect_data
connect(box, b"drag-data-get", on_data, None, None, 0)
connect(window, b"map-event", on_map, None, None, 0)
gtk.gtk_widget_show_all(window)
gtk.gtk_main()
