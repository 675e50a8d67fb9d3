/** What a JSON schema allows at a place of a document. */

export interface Schema {
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, Schema>>;
  readonly type?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: Schema | boolean;
  readonly items?: Schema | boolean;
  readonly prefixItems?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly if?: Schema;
  readonly then?: Schema;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly description?: string;
}

/** The forms that a value may have: no reference, no choice of forms, no condition is left in them. */
function formsOf(root: Schema, schema: Schema, value: unknown): Schema[] {
  const { $ref, anyOf, allOf, if: condition, then, ...plain } = schema;
  const others = [
    ...(anyOf ?? []),
    ...(allOf ?? []),
    ...($ref === undefined ? [] : [root.$defs![$ref.replace('#/$defs/', '')]!]),
    ...(then !== undefined && holds(root, condition ?? {}, value) ? [then] : []),
  ];
  const says = condition === undefined && Object.keys(plain).some((key) => key !== 'description');
  const forms = others.flatMap((other) => formsOf(root, other, value));
  const described = forms.map((form) => ({ description: plain.description, ...form }) as Schema);
  return says ? [plain, ...described] : described;
}

/** True if a value has what a condition asks of its keys. */
function holds(root: Schema, { required = [], properties = {} }: Schema, value: unknown): boolean {
  const table = (value ?? {}) as Readonly<Record<string, unknown>>;
  const isWord = (schema: Schema, word: unknown) =>
    formsOf(root, schema, word).some(
      (form) => form.const === word || form.enum?.includes(word) === true,
    );
  return (
    required.every((key) => table[key] !== undefined) &&
    Object.entries(properties).every(
      ([key, schema]) => table[key] === undefined || isWord(schema, table[key]),
    )
  );
}

/** The forms at a path of a value. */
export function formsAt(
  root: Schema,
  value: unknown,
  path: readonly (string | number)[],
): readonly Schema[] {
  let forms = formsOf(root, root, value);
  let part = value;
  for (const step of path) {
    part = (part as Readonly<Record<string | number, unknown>> | undefined)?.[step];
    const inner = forms.flatMap((form) => innerOf(form, step));
    forms = inner.flatMap((schema) => formsOf(root, schema, part));
  }
  return forms;
}

function innerOf(form: Schema, step: string | number): Schema[] {
  const { properties, additionalProperties, prefixItems, items } = form;
  const named = typeof step === 'number' ? prefixItems?.[step] : properties?.[step];
  const other = typeof step === 'number' ? items : additionalProperties;
  if (named !== undefined) return [named];
  return typeof other === 'object' ? [other] : [];
}
