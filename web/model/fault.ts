/** What is wrong at a key of the model. */
export interface Fault {
  readonly path: string;
  readonly code: string;
  readonly message: string;
  /** The part of the value that is wrong, such as a column in a formula. */
  readonly word?: string | undefined;
  readonly severity: 'error' | 'warning';
  readonly ways: readonly Way[];
}

/** A change of the model that mends a fault. */
export interface Way {
  readonly label: string;
  readonly take: () => void;
}
