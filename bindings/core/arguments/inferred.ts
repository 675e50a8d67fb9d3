/** Types of keys and options, from the schemas that check them. The comment of a key goes with it. */
import * as v from 'valibot';

type Plain =
  string | number | boolean | bigint | null | undefined | ((...args: never[]) => unknown);

/** Data that nobody changes, at any depth. */
type Frozen<Value> = unknown extends Value
  ? Value
  : Value extends Plain
    ? Value
    : { readonly [Key in keyof Value]: Frozen<Value[Key]> };

/** What a schema lets a user write. */
export type Input<Schema extends v.GenericSchema> = Frozen<v.InferInput<Schema>>;

/** What a schema makes of it: defaults are filled in, shorthands expanded. */
export type Output<Schema extends v.GenericSchema> = Frozen<v.InferOutput<Schema>>;

/** Options that may each be left out. */
export type Options<Schemas extends Readonly<Record<string, v.GenericSchema>>> = {
  readonly [Key in keyof Schemas]?: Input<Schemas[Key]> | undefined;
};

/** The keys of a table, each of which may be left out. */
export type Partly<Schemas> = {
  [Key in keyof Schemas]: Schemas[Key] extends v.GenericSchema
    ? v.OptionalSchema<Schemas[Key], undefined>
    : never;
};

type Together<Parts extends readonly object[]> = Parts extends readonly [infer First, ...infer Rest]
  ? First & Together<Rest extends readonly object[] ? Rest : []>
  : unknown;

/** The keys of several tables in one. A spread would lose the comments of keys in type declarations. */
export function together<Parts extends readonly object[]>(...parts: Parts): Together<Parts> {
  return Object.assign({}, ...parts) as Together<Parts>;
}

/** A table of keys that may be left out. */
export function partly<Schemas extends Readonly<Record<string, v.GenericSchema>>>(
  schemas: Schemas,
): Partly<Schemas> {
  const entries = Object.entries(schemas).map(([key, schema]) => [key, v.optional(schema)]);
  return Object.fromEntries(entries) as Partly<Schemas>;
}
