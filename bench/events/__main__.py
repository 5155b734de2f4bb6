"""Lets `python3 bench/events` run the folder, whose modules belong to the package `events`."""

import os
import sys

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))

from events.command import main

sys.exit(main())
