"""Lets `python3 bench/confidence` run the folder, whose modules belong to the package `confidence`."""

import os
import sys

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))

from confidence.command import main

sys.exit(main())
