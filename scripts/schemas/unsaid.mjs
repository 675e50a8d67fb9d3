/** The checks of a schema that its JSON Schema cannot express, by their messages. */

const isSchema = (part) => part?.kind === 'schema';

/** The messages of checks by functions, and of checks on an expanded shorthand. */
export function unsaid(schema, found = new Set()) {
  const { entries = {}, wrapped, item, items = [], options = [], key, value, forms = [] } = schema;
  const parts = [...Object.values(entries), wrapped, item, ...items, ...options, key, value];
  for (const part of [...parts, ...forms].filter(isSchema)) unsaid(part, found);
  const isExpanded = forms.length > 0;
  for (const part of schema.pipe ?? []) {
    if (isSchema(part)) unsaid(part, found);
    else if (part.type === 'check' || (isExpanded && part.kind === 'validation')) {
      const { message } = part;
      found.add(textOf(typeof message === 'function' ? message({ input: undefined }) : message));
    }
  }
  return found;
}

/** The English of a message, which is a text or an expectation as data. */
const textOf = (message) => (message.startsWith('{') ? JSON.parse(message).text : message);
