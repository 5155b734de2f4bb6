"""Lets `python bench/spark` run the folder, whose modules belong to the package `spark`."""

import os
import sys

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))

from spark.command import main

sys.exit(main())
