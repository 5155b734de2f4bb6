"""Lets `python3 bench/stories` run the folder, whose modules belong to the package `stories`."""

import os
import sys

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))

from stories.command import main

sys.exit(main())
