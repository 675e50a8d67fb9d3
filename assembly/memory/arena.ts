/**
 * The memory arena: a bump allocator with mark and release, without a garbage collector.
 *
 *   0 ... __heap_base | static data | allocated ... top | free ... end of memory
 *
 * Decision: one arena per instance and release to a mark instead of a general allocator, because a fit allocates in the
 * order of its steps and frees everything at once. Blocks are 16-byte aligned, so every f64x2 access is. After a failed
 * growth allocation returns the address 0 and `exhausted()` is true; the caller turns this into `Status.OutOfMemory`.
 */

/**
 * Memory grows by at least this many 64-KiB pages. A growth costs 7-14 us however small it is, but every worker keeps
 * the pages that it does not use. It starts with 56 pages (`asconfig.json`); a fit of the employment model uses 19, and
 * untouched pages cost nothing. Growth detaches the host's arrays, and V8 then checks every typed array of the process
 * at each element: a loop over 1,031 pairs takes 1.45 us before a growth, 2.56 us after it.
 */
const GROWTH: i32 = 4;

/** The last 16-byte boundary of a 4-GiB memory: no block ends beyond it. */
const LAST: usize = 0xfffffff0;

// @ts-ignore: decorator
@lazy
let top: usize = (__heap_base + 15) & ~(<usize>15);
// @ts-ignore: decorator
@lazy
let failed: bool = false;

/** Current top of the arena, to be given to `release` later. */
export function mark(): usize {
  return top;
}

/** Frees everything allocated since `to` was marked. */
export function release(to: usize): void {
  top = to;
  failed = false;
}

/** `bytes` of uninitialised memory, 16-byte aligned; 0 when memory cannot grow that far. */
export function alloc(bytes: usize): usize {
  const block = top;
  if (bytes > LAST - block) return fail();
  const next = (block + bytes + 15) & ~(<usize>15);
  // Compared in pages, because a usize cannot hold 4 GiB.
  const needed = i32((u64(next) + 0xffff) >>> 16) - memory.size();
  // It calls itself so that the compiler does not inline it at its 400 calls; inlining makes a fit no faster.
  if (needed > 0) return grow(needed) ? alloc(bytes) : fail();
  top = next;
  return block;
}

/** `bytes` of memory filled with zeros; 0 when memory cannot grow that far. */
export function allocZeroed(bytes: usize): usize {
  const block = alloc(bytes);
  if (block != 0) memory.fill(block, 0, bytes);
  return block;
}

/**
 * rows x columns doubles, uninitialised; 0 if they do not fit. Counted in 64 bits: the cross-products of all units may
 * exceed 4 GiB.
 */
export function allocGrid(rows: i32, columns: i32): usize {
  const bytes = (u64(rows) * u64(columns)) << 3;
  return bytes > u64(LAST) ? fail() : alloc(usize(bytes));
}

/** rows x columns doubles filled with zeros; 0 when they do not fit. */
export function allocMatrix(rows: i32, columns: i32): usize {
  const block = allocGrid(rows, columns);
  if (block != 0) memory.fill(block, 0, (usize(rows) * usize(columns)) << 3);
  return block;
}

/** True when an allocation since the last `release` did not fit. */
export function exhausted(): bool {
  return failed;
}

function grow(pages: i32): bool {
  return memory.grow(max(pages, GROWTH)) >= 0 || memory.grow(pages) >= 0;
}

function fail(): usize {
  failed = true;
  return 0;
}
