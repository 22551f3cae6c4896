"""Every sentence of the program in the shop's languages, for the window, the command line and paper alike."""

from loyaltydesk.words.catalogue import LANGUAGES, Words, active, mark, tr, tr_n, trc, use, words_in

__all__ = ["LANGUAGES", "Words", "active", "mark", "tr", "tr_n", "trc", "use", "words_in"]
