"""Lets `python3 bench/vignette` run the folder, whose modules belong to the package `vignette`."""

import os
import sys

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))

from vignette.command import main

sys.exit(main())
