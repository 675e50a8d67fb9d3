/** The data section of the page: which file, how to read it, and messages about it. */
import { InputError } from 'wasmetrics';
import { fileEndings } from 'wasmetrics/data';
import { visibleLine } from 'wasmetrics/report';
import { type Choices, type Data, dataWords, fetchExample, kindOf, readFile } from './data.js';
import { create, element } from './elements.js';

const section = element('data', HTMLElement);
const file = element('file', HTMLInputElement);
const textOptions = element('text-options', HTMLDivElement);
const sheetOptions = element('sheet-options', HTMLDivElement);
const headerOption = element('header-option', HTMLDivElement);
const encoding = element('encoding', HTMLSelectElement);
const decimal = element('decimal', HTMLSelectElement);
const sheet = element('sheet', HTMLInputElement);
const header = element('header', HTMLInputElement);
const likelyButton = element('likely-encoding', HTMLButtonElement);
const summary = element('data-summary', HTMLParagraphElement);
const warnings = element('data-warnings', HTMLUListElement);

let data: Data | undefined;
let chosen: File | undefined;
let likely = '';
/** Number of the last read; an earlier one that ends after it is ignored. */
let lastRead = 0;

/** The data that were read last. */
export function currentData(): Data | undefined {
  return data;
}

/** Reads the example at first, and then each chosen file. `showError` receives the error, or undefined. */
export function startData(showError: (error: unknown) => void): void {
  const endings = [...Object.values(fileEndings).flat(), 'gz'];
  file.accept = endings.map((ending) => `.${ending}`).join(',');
  const use = async (read: () => Promise<Data>): Promise<void> => {
    const number = ++lastRead;
    showError(undefined);
    offerEncoding(undefined);
    try {
      const latest = await read();
      if (number === lastRead) show((data = latest));
    } catch (error) {
      if (number !== lastRead) return;
      showError(error);
      offerEncoding(error);
    }
  };
  const reread = (): void => {
    const source = chosen;
    if (source !== undefined) void use(() => readFile(source, choicesFor(source.name)));
  };
  const choose = (next: File | undefined): void => {
    if (next === undefined) return;
    chosen = next;
    offerChoices(next.name);
    reread();
  };
  const example = (): void => {
    file.value = '';
    chosen = undefined;
    offerChoices('abdata.csv');
    void use(fetchExample);
  };
  listen(choose, reread, example);
  example();
}

function listen(
  choose: (next: File | undefined) => void,
  reread: () => void,
  example: () => void,
): void {
  const drag = (event: DragEvent): void => {
    event.preventDefault();
    section.classList.toggle('over', event.type === 'dragover');
    choose(event.type === 'drop' ? event.dataTransfer?.files[0] : undefined);
  };
  for (const type of ['dragover', 'dragleave', 'drop'] as const) {
    section.addEventListener(type, drag);
  }
  file.addEventListener('change', () => choose(file.files?.[0]));
  for (const option of [encoding, decimal, sheet, header]) {
    option.addEventListener('change', reread);
  }
  likelyButton.addEventListener('click', () => {
    const listed = [...encoding.options].some(({ value }) => value === likely);
    if (!listed) encoding.append(create('option', { value: likely }, likely));
    encoding.value = likely;
    reread();
  });
  element('example', HTMLButtonElement).addEventListener('click', example);
}

function show(read: Data): void {
  summary.textContent = dataWords(read);
  const messages = (read.table.warnings ?? []).map(({ message }) => visibleLine(message));
  warnings.replaceChildren(...messages.map((message) => create('li', {}, message)));
}

/** Shows the options for this kind of file, with their defaults. */
function offerChoices(name: string): void {
  const kind = kindOf(name);
  for (const option of [encoding, decimal, sheet, header]) option.value = '';
  textOptions.hidden = kind !== 'text';
  sheetOptions.hidden = kind !== 'sheet';
  headerOption.hidden = kind === 'other';
}

function choicesFor(name: string): Choices {
  const kind = kindOf(name);
  const given = (option: HTMLInputElement | HTMLSelectElement) => option.value || undefined;
  const line = header.value === '' ? undefined : header.valueAsNumber;
  if (kind === 'other') return {};
  if (kind === 'sheet') return { sheet: given(sheet), header: line };
  const sign = given(decimal) as Choices['decimal'];
  return { encoding: given(encoding), decimal: sign, header: line };
}

/** Selects the encoding that an error suggests. */
function offerEncoding(error: unknown): void {
  const encodingName = error instanceof InputError ? error.detail?.['likely'] : undefined;
  likely = typeof encodingName === 'string' ? encodingName : '';
  likelyButton.hidden = likely === '';
  likelyButton.textContent = `Read the file as ${likely}`;
}
