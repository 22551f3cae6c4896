"""Makes every test run see the same computer: no screen, a UTF-8 locale in English, and nobody's own shop."""

import os

# Both stand before anything can import Qt, which reads them once.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# Qt warns under a locale that is not UTF-8 (a bare service has "C"), and a warning fails the run.
os.environ["LANG"] = os.environ["LC_ALL"] = "C.UTF-8"
for name in ("LANGUAGE", "LOYALTYDESK_SHOP", "QT_SCALE_FACTOR", "QT_SCREEN_SCALE_FACTORS", "QT_STYLE_OVERRIDE"):
    os.environ.pop(name, None)
