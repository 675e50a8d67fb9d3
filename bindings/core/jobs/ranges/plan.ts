import type { Range } from './queue.js';

/** Jobs in a runner's first chunk; later chunks hold multiples of `smallest`. */
export interface ChunkSizes {
  readonly first: number;
  readonly smallest: number;
}

export interface Schedule<Chunk> {
  /** Name of the analysis, for messages. */
  readonly subject: string;
  /** Numbers of the jobs. */
  readonly ranges: readonly Range[];
  readonly signal?: AbortSignal | undefined;
  /** True when no more jobs are needed. */
  readonly enough: () => boolean;
  readonly take: (chunk: Chunk) => void;
  readonly sizes: ChunkSizes;
  /** True if some of the jobs are worth a result. Default false. */
  readonly partly?: boolean | undefined;
}
