/** The model as code of this and other programs, and from their code. */
import { useAnswer } from '../components/answer.js';
import { Copy } from '../components/copy.js';
import { data } from '../session/data.js';
import { asInput, model } from '../session/model.js';
import { spoken } from '../components/spoken.js';
import { words } from '../words/words.js';
import { asCommand, inJavaScript } from './own-code.js';
import { PasteCode } from './paste-code.js';

export function CodePanel() {
  const { label, cannot, command, programs } = words.value.code;
  const file = data.value?.name ?? 'data.csv';
  const written = model.value;
  const { answer = [], failure } = useAnswer('code', asInput({ ...written, data: file }), [
    written,
    file,
  ]);
  const own = [
    { program: 'JavaScript', code: inJavaScript(written, file) },
    { program: command, code: asCommand(written, file) },
  ];
  const codes = answer.flatMap((found) => ('code' in found ? [found] : []));
  const refused = answer.flatMap((found) => ('reason' in found ? [found] : []));
  return (
    <section class="card" aria-label={label}>
      <PasteCode />
      {[...codes, ...own].map(({ program, code }) => (
        <Code key={program} program={programs[program] ?? program} code={code} />
      ))}
      {failure !== undefined && <p class="failure">{spoken(failure)}</p>}
      {refused.length > 0 && (
        <>
          <h3>{cannot}</h3>
          <ul>
            {refused.map(({ program, reason }) => (
              <li key={program}>{spoken(reason)}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function Code({ program, code }: { readonly program: string; readonly code: string }) {
  return (
    <section class="code" aria-label={program}>
      <div class="row">
        <h3>{program}</h3>
        <Copy text={code} of={program} />
      </div>
      <pre tabIndex={0}>
        <code>{code}</code>
      </pre>
    </section>
  );
}
