/** How a model treats its units, if it has such a key: `within`, `between` and others. */
export function effectsOf(model: object): string | undefined {
  return (model as { readonly effects?: string }).effects;
}
