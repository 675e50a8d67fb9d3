import type { BootstrapProgress } from '../../bindings/index.js';

/** Reports the progress of a bootstrap. */
export interface Reporter {
  update(progress: BootstrapProgress): void;
  done(): void;
}
