/** Words about elements, next to those of the page that its components use. */
import { computed } from '@preact/signals';
import { elements as en } from './en/elements.js';
import { language } from './words.js';
import { elements as zh } from './zh/elements.js';

const spoken = { en, zh };

export const said = computed(() => spoken[language.value]);
