"""The running application: settings, wiring, command line."""

import gc

# What a start loads, and what a turn leaves, is hardly ever garbage that only a search finds: the
# collector looks for it less often, from the first import on.
gc.set_threshold(20_000, 20, 20)
