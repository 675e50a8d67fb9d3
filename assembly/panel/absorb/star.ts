/**
 * A level that is eliminated from a graph, and its neighbours. Elimination of a level with edges w_1 .. w_d, W their
 * sum, leaves edges w_i w_j / W between all of its neighbours. d - 1 of them are drawn instead, with the same
 * expectation (Kyng and Sachdeva, 2016, "Approximate Gaussian elimination for Laplacians"): with the edges in
 * increasing order, one from each neighbour i but the last to a neighbour j > i,
 *
 *   P(j) = w_j / S_i,   weight w_i S_i / W,   S_i = w_(i+1) + ... + w_d
 *
 * Two neighbours have one edge, so chains of levels are eliminated exactly.
 */
import { alloc, allocZeroed } from '../../memory/arena';
import { doubles, get, getInt, integers, set, setInt } from '../../memory/layout';
import { NWORDS, philox, wordAddress } from '../../random/philox';
import { addEdge, Graph } from './graph';

/** Stream of these draws. */
const STREAM: u32 = 0x53544152;

/** 2^-32. */
const UNIT: f64 = 2.3283064365386963e-10;


@unmanaged
export class Star {
  /** Number of neighbours. */
  count: i32;
  /** i32 and f64, n: the neighbours and the weights of their edges. */
  levels: usize;
  weights: usize;
  /** f64, n: w_i + ... + w_d. */
  tails: usize;
  /** i32, n: one more than the place of each level among the neighbours, 0 for others. */
  places: usize;
  /** u32, NWORDS: random words, and how many of all were used. */
  words: usize;
  used: i32;
}

/** Makes room for n neighbours. */
export function openStar(n: i32): Star {
  const star = changetype<Star>(alloc(offsetof<Star>()));
  const levels = alloc(integers(n));
  const weights = alloc(doubles(n));
  const tails = alloc(doubles(n));
  const places = allocZeroed(integers(n));
  const words = alloc(integers(NWORDS));
  if (words == 0) return star;
  star.count = 0;
  star.levels = levels;
  star.weights = weights;
  star.tails = tails;
  star.places = places;
  star.words = words;
  star.used = 0;
  return star;
}

/** Adds an edge; several to one neighbour are one. */
export function addNeighbour(star: Star, level: i32, weight: f64): void {
  let place = getInt(star.places, level) - 1;
  if (place < 0) {
    place = star.count++;
    setInt(star.places, level, star.count);
    setInt(star.levels, place, level);
    set(star.weights, place, 0);
  }
  set(star.weights, place, get(star.weights, place) + weight);
}

/** Moves the edges of a level's list to a star. */
export function takeEdges(star: Star, graph: Graph, level: i32): void {
  let edge = getInt(graph.heads, level);
  while (edge >= 0) {
    const next = getInt(graph.nexts, edge);
    addNeighbour(star, getInt(graph.ends, edge), get(graph.weights, edge));
    setInt(graph.nexts, edge, graph.spare);
    graph.spare = edge;
    edge = next;
  }
}

/** Puts the neighbours in the order of their weights. Returns W. */
export function closeStar(star: Star): f64 {
  for (let i = 0; i < star.count; ++i) setInt(star.places, getInt(star.levels, i), 0);
  sort(star);
  let tail: f64 = 0;
  for (let i = star.count - 1; i >= 0; --i) {
    tail += get(star.weights, i);
    set(star.tails, i, tail);
  }
  return tail;
}

/** Draws the edges among the neighbours, and starts the next star. */
export function drawEdges(star: Star, total: f64, graph: Graph): void {
  const last = star.count - 1;
  for (let i = 0; i < last; ++i) {
    const rest = get(star.tails, i + 1);
    const j = i + 1 < last ? placeOf(star, i + 1, rest * uniform(star)) : last;
    const weight = (get(star.weights, i) * rest) / total;
    addEdge(graph, getInt(star.levels, i), getInt(star.levels, j), weight);
  }
  star.count = 0;
}

/** The last place from `low` on whose tail is at least a value. */
function placeOf(star: Star, low: i32, value: f64): i32 {
  let high = star.count - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (get(star.tails, middle) >= value) low = middle;
    else high = middle - 1;
  }
  return low;
}

function uniform(star: Star): f64 {
  const place = star.used & (NWORDS - 1);
  if (place == 0) philox(u32(star.used >> 2), 0, STREAM, 0, star.words);
  ++star.used;
  return UNIT * f64(load<u32>(wordAddress(star.words, place)));
}

/** Shell's sort with Knuth's gaps: stars are short, and most have equal weights. */
function sort(star: Star): void {
  const n = star.count;
  let gap = 1;
  while (gap < n) gap = 3 * gap + 1;
  for (gap = gap / 3; gap > 0; gap = gap / 3) {
    for (let i = gap; i < n; ++i) {
      const weight = get(star.weights, i);
      const level = getInt(star.levels, i);
      let j = i;
      for (; j >= gap && get(star.weights, j - gap) > weight; j -= gap) {
        set(star.weights, j, get(star.weights, j - gap));
        setInt(star.levels, j, getInt(star.levels, j - gap));
      }
      set(star.weights, j, weight);
      setInt(star.levels, j, level);
    }
  }
}
