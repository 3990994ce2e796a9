import type { LabelLanguage } from '../../model/language.ts';
import type { LabelWords } from '../label-words.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { ja } from './ja.ts';

/** The words of every language a label can be written in. */
export const WORDS: Readonly<Record<LabelLanguage, LabelWords>> = { en, de, fr, es, ja };
