"""How the style paints what Qt brings along: fields, tabs, menus, item views."""
