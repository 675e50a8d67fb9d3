export type ByName<T = number> = Readonly<Record<string, T>>;

export interface Warning {
  readonly code: string;
  readonly message: string;
}
