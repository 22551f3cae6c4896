"""The look: tokens, the one style sheet, icons, and the small parts that pages are put together from.

Each noun has its module, and a page imports what it uses:
    theme      Theme: made once after the QApplication and passed on; `.c` colours, `.m` sizes, `.icon()`, `.changed`
    tokens     LIGHT, DARK, the three densities, `density_for`
    sheet      the roles (Kind, Type, Tone, Surface) and `restyle`
    text       label, chip, ElidedLabel, set_tip, literal
    frames     Panel, rule, empty
    scrolling  Scroll
    buttons    Button, IconButton, RailButton, SegmentedControl
    forms      Field, Choice, FormRow; dates: DateField
    marks      Avatar, Glyph, IconTile, KeyCap
    progress   ProgressBar
    charts     Spark, BarChart
    blocks     Banner, EmptyState
`python -m ui.theme.gallery` shows all of them on one page.
"""
