/**
 * The levels of a dimension as a graph, after the first dimension is eliminated: two levels that meet in a level of the
 * first have an edge. Each edge is in the list of the one that is eliminated earlier.
 */
import { alloc, allocZeroed } from '../../memory/arena';
import { doubles, get, getInt, integers, set, setInt } from '../../memory/layout';

/** Levels with more edges than this are eliminated last. */
const MOST_EDGES: i32 = 1023;


@unmanaged
export class Graph {
  /** Number of levels. */
  n: i32;
  /** i32, n: levels in the order of their elimination, and the places in it. */
  order: usize;
  rank: usize;
  /** i32, n: first edge in the list of each level, -1 for none. */
  heads: usize;
  /** Number of edges before there is an order. */
  nedges: i32;
  /** i32: the ends of an edge; with an order the next one in its list, and the end that is eliminated later. */
  nexts: usize;
  ends: usize;
  /** f64: weights. */
  weights: usize;
  /** First edge that is used no longer, -1 for none; -2 before there is an order. */
  spare: i32;
}

/** Makes room for n levels and a number of edges. */
export function openGraph(n: i32, nedges: i32): Graph {
  const graph = changetype<Graph>(alloc(offsetof<Graph>()));
  const order = alloc(integers(n));
  const rank = allocZeroed(integers(n));
  const heads = alloc(integers(n));
  const nexts = alloc(integers(nedges));
  const ends = alloc(integers(nedges));
  const weights = alloc(doubles(nedges));
  if (weights == 0) return graph;
  graph.n = n;
  graph.order = order;
  graph.rank = rank;
  graph.heads = heads;
  graph.nedges = 0;
  graph.nexts = nexts;
  graph.ends = ends;
  graph.weights = weights;
  graph.spare = -2;
  return graph;
}

/** Adds an edge. With an order it takes the place of one that is used no longer. */
export function addEdge(graph: Graph, a: i32, b: i32, weight: f64): void {
  if (graph.spare == -2) {
    setInt(graph.nexts, graph.nedges, a);
    setInt(graph.ends, graph.nedges, b);
    set(graph.weights, graph.nedges, weight);
    ++graph.nedges;
    return;
  }
  const edge = graph.spare;
  graph.spare = getInt(graph.nexts, edge);
  set(graph.weights, edge, weight);
  link(graph, edge, a, b);
}

/** Orders the levels by their numbers of edges, and puts each edge into a list. Returns false when memory is short. */
export function orderLevels(graph: Graph): bool {
  const places = allocZeroed(integers(MOST_EDGES + 2));
  if (places == 0) return false;
  countEdges(graph);
  for (let level = 0; level < graph.n; ++level) add(places, edgesOf(graph, level) + 1);
  for (let i = 0; i <= MOST_EDGES; ++i) {
    setInt(places, i + 1, getInt(places, i + 1) + getInt(places, i));
  }
  for (let level = 0; level < graph.n; ++level) {
    const edges = edgesOf(graph, level);
    const place = getInt(places, edges);
    setInt(places, edges, place + 1);
    setInt(graph.order, place, level);
    setInt(graph.rank, level, place);
  }
  linkEdges(graph);
  return true;
}

/** rank := the number of edges of each level. */
function countEdges(graph: Graph): void {
  for (let edge = 0; edge < graph.nedges; ++edge) {
    add(graph.rank, getInt(graph.nexts, edge));
    add(graph.rank, getInt(graph.ends, edge));
  }
}

function edgesOf(graph: Graph, level: i32): i32 {
  return min(getInt(graph.rank, level), MOST_EDGES);
}

function linkEdges(graph: Graph): void {
  for (let level = 0; level < graph.n; ++level) setInt(graph.heads, level, -1);
  for (let edge = 0; edge < graph.nedges; ++edge) {
    link(graph, edge, getInt(graph.nexts, edge), getInt(graph.ends, edge));
  }
  graph.spare = -1;
}

/** Puts an edge into the list of its end that is eliminated earlier. */
function link(graph: Graph, edge: i32, a: i32, b: i32): void {
  const isFirst = getInt(graph.rank, a) < getInt(graph.rank, b);
  const earlier = isFirst ? a : b;
  setInt(graph.ends, edge, isFirst ? b : a);
  setInt(graph.nexts, edge, getInt(graph.heads, earlier));
  setInt(graph.heads, earlier, edge);
}

function add(counts: usize, i: i32): void {
  setInt(counts, i, getInt(counts, i) + 1);
}
