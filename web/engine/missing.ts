/** What the browser lacks of what the engine needs. */
import { signal } from '@preact/signals';

export type Missing = 'workers' | 'simd';

/** A module with one instruction on vectors, which every engine of WebAssembly since 2021 knows. */
const vectors = [
  0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0, 10, 10, 1, 8, 0, 65, 0, 253, 15,
  253, 98, 11,
];

const hasVectors = () =>
  typeof WebAssembly === 'object' && WebAssembly.validate(Uint8Array.from(vectors));

export const missing = signal<Missing | undefined>(hasVectors() ? undefined : 'simd');
