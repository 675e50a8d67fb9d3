/** A link to the work as it is now. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { Dialog } from '../components/dialog.js';
import { ask } from '../engine/client.js';
import { source } from '../session/data.js';
import { mode } from '../session/view.js';
import { model } from '../session/model.js';
import { studyFiles } from '../papers/study.js';
import { textToKeep } from '../session/model-text.js';
import { wanted } from '../session/wanted.js';
import { count } from '../words/numbers.js';
import { words } from '../words/words.js';
import { studyNow } from './shared-study.js';
import { fragmentOf, type SharedData, type SharedWork } from './link.js';

/** The data by name and hash; their bytes stay here. */
async function dataNow(): Promise<SharedData | undefined> {
  const from = source.value;
  if (from === undefined) return wanted.value;
  const { name, url, options } = from;
  return { name, url, options, hash: await ask('dataHash', undefined) };
}

async function workNow(): Promise<SharedWork> {
  if (mode.value === 'read') return { study: await studyNow() };
  const text = textToKeep(model.value);
  return { model: model.value, text, data: await dataNow() };
}

async function linkNow(): Promise<string> {
  const work = await workNow();
  const page = location.href.replace(/#.*$/, '');
  return work.study === undefined && work.model === undefined
    ? page
    : page + (await fragmentOf(work));
}

/** True for a page that only this machine has. */
const isLocal = /^$|^localhost$|^127\./.test(location.hostname);

/** Some programs cut longer addresses. */
const long = 8000;

/** Names of files that the page's server does not have. */
function neededFiles(): readonly string[] {
  const ofModel = [source.value ?? wanted.value ?? []].flat();
  const files = mode.value === 'read' ? (studyFiles.value?.files ?? []) : ofModel;
  return files.filter((file) => !('url' in file) || file.url === undefined).map(({ name }) => name);
}

export function ShareDialog() {
  const { share, linkLabel, linkHelp, copy, copied, isLong, localPage, needsFile } =
    words.value.keeping;
  const [link, setLink] = useState('');
  const [isCopied, setCopied] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => void linkNow().then(setLink), []);
  const missing = neededFiles();
  return (
    <Dialog label={share}>
      <label class="field">
        <span class="field-label">{linkLabel}</span>
        <textarea
          ref={field}
          rows={5}
          readOnly
          value={link}
          onFocus={() => field.current?.select()}
        />
      </label>
      <p class="note">{linkHelp}</p>
      {missing.length > 0 && <p>{needsFile(missing.join(', '))}</p>}
      {isLocal && <p>{localPage}</p>}
      {link.length > long && <p class="notice">{isLong(count(link.length))}</p>}
      <div class="row">
        <button
          type="button"
          class="primary"
          onClick={() => void copyText(link, field.current).then(setCopied)}
        >
          {copy}
        </button>
        <span role="status">{isCopied && copied}</span>
      </div>
    </Dialog>
  );
}

/** Where a page may not write to the clipboard, the link is selected for a person to copy. */
async function copyText(text: string, field: HTMLTextAreaElement | null): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    field?.focus();
    field?.select();
    return false;
  }
}
