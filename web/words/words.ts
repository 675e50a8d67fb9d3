/** The words of the page in the language that a person chose, or that the browser asks for. */
import { computed, effect, signal } from '@preact/signals';
import { en, type Words } from './en/index.js';

export const languages = { en: 'English', zh: '中文' } as const;
export type Language = keyof typeof languages;

/** Servers that render pages may have no `navigator`. */
const preferred = (globalThis.navigator as Navigator | undefined)?.language ?? 'en';

/** The language of the page for a tag of a language, such as `zh-Hans`. */
export const languageOf = (tag: string): Language =>
  tag.toLowerCase().startsWith('zh') ? 'zh' : 'en';

export const language = signal<Language>(languageOf(preferred));
/** Words that are loaded when a person reads the page in their language. */
const loading: Partial<Record<Language, () => Promise<Words>>> = {
  zh: () => import('./zh/index.js').then(({ zh }) => zh),
};
const loaded = signal<Partial<Record<Language, Words>>>({ en });

/** In English until the words of the language are there. */
export const words = computed(() => loaded.value[language.value] ?? en);

async function load(name: Language): Promise<void> {
  if (name in loaded.peek()) return;
  const spoken = await loading[name]?.();
  if (spoken !== undefined) loaded.value = { ...loaded.peek(), [name]: spoken };
}

effect(() => void load(language.value));

/** Resolves when the words of the language are there. */
export const wordsLoaded = () => load(language.peek());
