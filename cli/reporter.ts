import type { BootstrapProgress } from '../bindings/index.js';

/** Shows how far a bootstrap is. */
export interface Reporter {
  update(progress: BootstrapProgress): void;
  done(): void;
}

/** Where it is shown: standard error, or what a test looks at. */
export interface Output {
  write(text: string): unknown;
  readonly isTTY?: boolean;
  readonly columns?: number;
  readonly rows?: number;
}
