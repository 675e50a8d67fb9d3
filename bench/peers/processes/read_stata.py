"""pandas reads a .dta file for every line it receives, and answers with the rows and the seconds of its processor."""
import sys
import time

import pandas

print(f"pandas {pandas.__version__}", flush=True)
for _ in sys.stdin:
    start = time.process_time()
    rows = len(pandas.read_stata(sys.argv[1]))
    print(rows, time.process_time() - start, flush=True)
