"""Everything a person can do: one table, from which menus, buttons, palette, shortcuts and the shortcut sheet are made.

Keys follow the habits of the field and can be typed on a German keyboard on any system: no Ctrl+Alt (it is AltGr on
Windows), no Alt+digit (codes on the keypad), no Shift+digit and no Shift+punctuation (other characters by layout).
"""

from ui.actions.action import Action
from ui.actions.block import BLOCK_MENU
from ui.actions.bound import Actions
from ui.actions.keymap import spelled, typeable, use_keys
from ui.actions.row import ROW_MENU
from ui.actions.table import ACTIONS, MENUS, key_text, plain

__all__ = ["ACTIONS", "BLOCK_MENU", "MENUS", "ROW_MENU", "Action", "Actions", "key_text", "plain", "spelled", "typeable", "use_keys"]
