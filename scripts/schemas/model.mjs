/** The JSON Schema of model files, from the schemas of the estimators and the docstrings of their types. */
import { tsImport } from 'tsx/esm/api';
import { convert, spelled } from './convert.mjs';
import { Definitions } from './definitions.mjs';
import { unsaid } from './unsaid.mjs';
import { describe, modelTypeOf } from './describe.mjs';

const load = (file) => tsImport(`../../bindings/models/${file}.ts`, import.meta.url);
const [{ estimatorNames }, { estimatorOf }] = await Promise.all(
  ['registry', 'estimators'].map(load),
);
const estimators = estimatorNames().map((estimator) => estimatorOf({ estimator }));

/** The schema of the models of each estimator, with descriptions. */
function modelSchemas(definitions) {
  return estimators.map(({ name, schema }) => {
    const type = modelTypeOf(name);
    const { estimator: _, ...properties } = convert(schema).properties;
    const named = (part, typeName) => definitions.add(part, typeName);
    const { required } = convert(schema);
    const whole = {
      type: 'object',
      properties: {
        $schema: { type: 'string' },
        estimator: spelled([name], ''),
        ...properties,
      },
      required,
      additionalProperties: false,
    };
    const { $ref } = describe(whole, [type], named);
    return { name, $ref, schema: definitions.get($ref.replace('#/$defs/', '')) };
  });
}

/** The schema of a model file. */
export function modelSchema() {
  const definitions = new Definitions();
  const models = modelSchemas(definitions);
  const names = models.map(({ name }) => name);
  const whole = chosenBy(models, {
    description: models[0].schema.properties.estimator.description,
    ...spelled(names, ''),
  });
  return { ...whole, $defs: definitions.usedBy(whole) };
}

/** What the readers of models check but the schema of model files cannot express. */
export function unsaidChecks() {
  return [...new Set(estimators.flatMap(({ schema }) => [...unsaid(schema)]))].sort();
}

/** Chooses an object by the name of the estimator, so that editors check only that one. */
function chosenBy(models, estimator) {
  return {
    type: 'object',
    required: ['estimator'],
    properties: { estimator },
    allOf: models.map(({ name, $ref }) => ({
      if: { properties: { estimator: spelled([name], '') }, required: ['estimator'] },
      then: { $ref },
    })),
  };
}
