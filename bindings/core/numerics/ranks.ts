/** Ranks from 1; equal values share the mean of their ranks. */
export function averageRanks(values: Float64Array): Float64Array {
  const sorted = values.slice().sort();
  return values.map((value) => {
    const first = countBelow(sorted, (other) => other < value);
    const end = countBelow(sorted, (other) => other <= value);
    return (first + 1 + end) / 2;
  });
}

/** The number of sorted values for which `below` is true. */
function countBelow(sorted: Float64Array, below: (value: number) => boolean): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (below(sorted[middle]!)) low = middle + 1;
    else high = middle;
  }
  return low;
}
