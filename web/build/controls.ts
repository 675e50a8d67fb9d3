/** What a form asks for each key of a model, found in the schema of model files. */

interface Schema {
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, Schema>>;
  readonly type?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly prefixItems?: readonly Schema[];
  readonly items?: Schema | false;
  readonly anyOf?: readonly Schema[];
  readonly enum?: readonly (string | number)[];
  readonly const?: string | number;
  readonly default?: unknown;
  readonly description?: string;
  readonly minimum?: number;
  readonly maximum?: number;
}

export interface ControlSchema {
  /** The key, such as `vcov.type`, or `gmm[].lags` in each entry of a list. */
  readonly key: string;
  readonly estimators: readonly string[];
  readonly type: 'choice' | 'flag' | 'number' | 'text' | 'column' | 'list' | 'range' | 'entries';
  readonly choices?: readonly (string | number)[];
  readonly default?: unknown;
}

/** Keys that other parts of the page write, those of files, and those that make several models of one. */
const elsewhere = [
  '$schema',
  'append',
  'bootstrap',
  'build',
  'data',
  'estimator',
  'formula',
  'fsplit',
  'labels',
  'merge',
  'multiverse',
  'reshape',
  'samples',
  'split',
];

interface OneControl extends Omit<ControlSchema, 'estimators'> {
  readonly description: string | undefined;
}

function* keysOf(root: Schema, node: Schema, prefix: string): Generator<OneControl> {
  for (const [name, property] of Object.entries(node.properties ?? {})) {
    if (prefix === '' && elsewhere.includes(name)) continue;
    const schema = resolve(root, property);
    const forms = (schema.anyOf ?? [schema]).map((form) => resolve(root, form));
    const key = `${prefix}${name}`;
    const table = forms.find(({ properties }) => properties !== undefined);
    const entry = entryOf(root, forms);
    if (table !== undefined) yield* keysOf(root, table, `${key}.`);
    else yield controlOf(key, schema, forms, entry !== undefined);
    if (entry !== undefined) yield* keysOf(root, entry, `${key}[].`);
  }
}

/** A schema with those it refers to. */
function resolve(root: Schema, { $ref, ...node }: Schema): Schema {
  if ($ref === undefined) return node;
  return { ...resolve(root, root.$defs![$ref.replace('#/$defs/', '')]!), ...node };
}

/** The schema of the tables in a list of tables. */
function entryOf(root: Schema, forms: readonly Schema[]): Schema | undefined {
  const list = forms.find(({ type }) => type === 'array');
  const entry = list?.items ? resolve(root, list.items) : undefined;
  return entry?.properties === undefined ? undefined : entry;
}

function controlOf(
  key: string,
  schema: Schema,
  forms: readonly Schema[],
  hasEntries: boolean,
): OneControl {
  const choices = forms.flatMap(
    (form) => form.enum ?? (form.const === undefined ? [] : [form.const]),
  );
  const written = hasEntries ? 'entries' : typeOf(forms, choices.length > 0);
  const namesColumn = written === 'text' && schema.description?.startsWith('Column ');
  const type = namesColumn ? 'column' : written;
  return {
    key,
    type,
    ...(choices.length > 0 && { choices }),
    ...(typeof schema.default !== 'object' && { default: schema.default }),
    description: schema.description,
  };
}

function typeOf(forms: readonly Schema[], hasChoices: boolean): ControlSchema['type'] {
  const types = forms.map(({ type }) => type);
  if (types.includes('boolean')) return 'flag';
  if (forms.some(({ prefixItems }) => prefixItems !== undefined)) return 'range';
  if (types.includes('array')) return 'list';
  if (types.includes('number') || types.includes('integer')) return 'number';
  return hasChoices ? 'choice' : 'text';
}

function* ofEstimators(model: unknown): Generator<OneControl & { readonly estimator: string }> {
  const root = model as Schema;
  for (const [name, definition] of Object.entries(root.$defs ?? {})) {
    if (!name.endsWith('ModelInput')) continue;
    const estimator = String(definition.properties!['estimator']!.const);
    for (const control of keysOf(root, definition, '')) yield { ...control, estimator };
  }
}

/** The controls of all estimators, those alike together. */
export function controlsOf(model: unknown): ControlSchema[] {
  const controls = new Map<string, ControlSchema>();
  for (const { estimator, ...described } of ofEstimators(model)) {
    const control = { ...described, description: undefined };
    const same = JSON.stringify(control);
    const estimators = [...(controls.get(same)?.estimators ?? []), estimator];
    controls.set(same, { ...control, estimators });
  }
  return [...controls.values()];
}

/** What keys mean: by key, and by `estimator key` where estimators differ. */
export function descriptionsOf(model: unknown): Record<string, string> {
  const descriptions: Record<string, string> = {};
  for (const { estimator, key, description } of ofEstimators(model)) {
    if (description === undefined) continue;
    descriptions[key] ??= description;
    if (descriptions[key] !== description) descriptions[`${estimator} ${key}`] = description;
  }
  return descriptions;
}
