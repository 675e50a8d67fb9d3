/** The table of estimators at the top of the page of keys, from their traits and schemas. */
import { tsImport } from 'tsx/esm/api';

const load = (file) => tsImport(`../../bindings/models/${file}.ts`, import.meta.url);
const [{ estimatorNames, traitsOf }, { multiverseChoices }] = await Promise.all(
  ['registry', 'multiverse/choices-of'].map(load),
);

/** The rows of the table, one per estimator: its words, what its fits have, and what can be drawn and chosen. */
export function estimatorRows(keys) {
  const code = (words) => words.map((word) => `\`${word}\``).join(', ');
  const rows = estimatorNames().map((name) => {
    const { words, has, shortest } = traitsOf(name);
    const traits = Object.keys(has).filter((trait) => has[trait]);
    const { choices } = keys.find(
      ({ key, estimators }) => key === 'bootstrap.scheme' && estimators.includes(name),
    );
    return [
      `[\`${name}\`](#${name})`,
      words.summary,
      code([shortest.formula]),
      ...[traits, choices, multiverseChoices(name)].map(code),
    ];
  });
  return [['estimator', 'estimates', 'formula', 'has', 'schemes', 'choices'], ...rows];
}
