"""Charts painted by ourselves: drawings that know how to be painted anywhere, and the widget that shows one.

A drawing (`Line`, `Bars`, `Ranked`, `Heat`, `Trend`, `Fan`) is a frozen value of whole numbers and words. `Chart` shows
one on the screen, with the mouse and the keyboard; the same drawing is painted on paper with `PAPER` in place of the
look of the screen. To be used as:
    chart = Chart(theme, name=tr("Members"))
    chart.show_drawing(Line(months, active, bars=joined, words=formats.number, hint=tr("No purchases yet.")))
    chart.drawing.paint(painter, QRectF(0, 0, 640, 300), PAPER)
"""
