/** JSON Schemas of valibot schemas: they describe a value as it is written, before shorthands are expanded. */
import { toJsonSchema } from '@valibot/to-json-schema';

/**
 * The JSON Schema of the values that a schema accepts. Throws for a schema or check that is neither converted nor
 * listed as unsaid.
 */
export function convert(schema) {
  const {
    $schema: _,
    $defs,
    ...json
  } = toJsonSchema(schema, {
    target: 'draft-2020-12',
    typeMode: 'input',
    overrideSchema: ({ valibotSchema, jsonSchema, errors }) => {
      const { type, forms, item } = valibotSchema;
      if (forms !== undefined) return anyOf(forms.map(formOf));
      if (type === 'lazy') throw new Error('schemas: name the forms of a lazy schema by written()');
      if (type === 'custom' && item !== undefined) return { type: 'array', items: convert(item) };
      if (errors === undefined) return plain(jsonSchema);
      throw new Error(`schemas: ${errors.join('; ')} (${String(valibotSchema.message)})`);
    },
    overrideAction: ({ valibotAction, jsonSchema, errors }) => {
      if (errors === undefined) return jsonSchema;
      const { type, requirement } = valibotAction;
      if (type === 'regex') return { ...jsonSchema, pattern: anyCase(requirement) };
      // JSON has only finite numbers.
      if (type === 'finite') return jsonSchema;
      if (type !== 'check') throw new Error(`schemas: ${errors.join('; ')}`);
      return jsonSchema;
    },
  });
  if ($defs !== undefined)
    throw new Error(`schemas: expected no definitions, found ${Object.keys($defs)}`);
  return json;
}

/** One of the forms in which a value may be written. The reader accepts words in any spelling. */
function formOf(form) {
  return form.type === 'picklist' ? spelled(form.options) : convert(form);
}

/** Words for editors to complete, and the other spellings that the reader accepts. */
export function spelled(words, between = '[-_ ]*') {
  const texts = words.filter((word) => typeof word === 'string' && /[a-z]/i.test(word));
  if (texts.length === 0) return enumOf(words);
  const any = texts.map((word) => spelling(word, between));
  return anyOf([enumOf(words), { type: 'string', pattern: `^(?:${any.join('|')})$` }]);
}

function spelling(word, between) {
  const signs = [...word.replace(between === '' ? '' : /[-_ ]/g, '')].map((sign) =>
    /[a-z]/i.test(sign) ? `[${sign.toLowerCase()}${sign.toUpperCase()}]` : sign,
  );
  return `${between}${signs.join(between)}${between}`;
}

function anyCase({ source, flags }) {
  if (flags !== 'i') throw new Error(`schemas: no pattern for the flags ${flags} of ${source}`);
  return source.replace(/a-z/g, 'a-zA-Z');
}

const enumOf = (values) => (values.length === 1 ? { const: values[0] } : { enum: values });

/** Any of the schemas; a schema that is itself a choice is replaced by its alternatives. */
function anyOf(schemas) {
  const all = schemas.flatMap((schema) =>
    Object.keys(schema).join() === 'anyOf' ? schema.anyOf : [schema],
  );
  const distinct = [...new Map(all.map((schema) => [JSON.stringify(schema), schema])).values()];
  return distinct.length === 1 ? distinct[0] : { anyOf: distinct };
}

/** A schema without keywords that restrict nothing. */
function plain({ type, required, propertyNames, minimum, maximum, ...rest }) {
  const says = (key, value, isSaid) => (isSaid ? { [key]: value } : {});
  const namesSay = propertyNames !== undefined && Object.keys(propertyNames).length > 1;
  return {
    ...says('type', type, type !== undefined && rest.enum === undefined),
    ...says('required', required, required?.length > 0),
    ...says('propertyNames', propertyNames, namesSay),
    ...says('minimum', minimum, minimum !== undefined && minimum !== Number.MIN_SAFE_INTEGER),
    ...says('maximum', maximum, maximum !== undefined && maximum !== Number.MAX_SAFE_INTEGER),
    ...rest,
  };
}
