/** Where a number comes from: its rows, model, program and data. */
import { useEffect, useState } from 'preact/hooks';
import { writeText } from '../editor/patch.js';
import { ask } from '../engine/client.js';
import type { Provenance } from '../engine/questions/reports.js';
import { data } from '../session/data.js';
import { asInput } from '../session/model.js';
import type { OpenedNumber } from '../session/number.js';
import { count } from '../words/numbers.js';
import { words } from '../words/words.js';
import { Facts } from './number.js';

export function Source({ number: { fit, model, resultHash } }: { readonly number: OpenedNumber }) {
  const say = words.value.provenance;
  const hashes = useHashes(model);
  const { sample, engine, bootstrap } = fit;
  const facts = [
    [say.rows, say.rowsUsed(count(sample.rowsUsed), count(sample.rowsRead))],
    ...sample.lost.map(({ reason, rows }) => ['', say.rowsLost(count(rows), reason)] as const),
    [say.data, data.value?.name],
    [say.dataHash, hashes?.dataHash],
    [say.seed, bootstrap === undefined ? say.noDraws : bootstrap.seed],
    [say.program, say.build(engine.version, engine.wasm)],
    [say.engineHash, engine.sha256],
    [say.resultHash, resultHash ?? hashes?.resultHash],
  ] as const;
  return (
    <>
      <h3>{say.source}</h3>
      <Facts facts={facts} />
      <h3>{say.model}</h3>
      <pre tabIndex={0} role="region" aria-label={say.model}>
        <code>{writeText(model)}</code>
      </pre>
    </>
  );
}

function useHashes(model: OpenedNumber['model']): Provenance | undefined {
  const [hashes, setHashes] = useState<Provenance>();
  useEffect(() => {
    ask('provenance', asInput(model)).then(setHashes, () => undefined);
  }, [model]);
  return hashes;
}
