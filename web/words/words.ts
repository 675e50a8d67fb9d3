/** The words of the page in the language that a person chose, or that the browser asks for. */
import { computed, signal } from '@preact/signals';
import { en, type Words } from './en/index.js';
import { zh } from './zh/index.js';

export const languages = { en: 'English', zh: '中文' } as const;
export type Language = keyof typeof languages;

/** Servers that render pages may have no `navigator`. */
const preferred = (globalThis.navigator as Navigator | undefined)?.language ?? 'en';

/** The language of the page for a tag of a language, such as `zh-Hans`. */
export const languageOf = (tag: string): Language =>
  tag.toLowerCase().startsWith('zh') ? 'zh' : 'en';

export const language = signal<Language>(languageOf(preferred));
const spoken: Readonly<Record<Language, Words>> = { en, zh };

export const words = computed(() => spoken[language.value]);
