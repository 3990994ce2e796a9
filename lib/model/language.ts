import { z } from 'zod';

/** Languages a label can be written in (BCP 47 primary subtags). */
export const LABEL_LANGUAGES = ['en', 'de', 'fr', 'es', 'ja'] as const;
export const labelLanguageSchema = z.enum(LABEL_LANGUAGES);
export type LabelLanguage = z.infer<typeof labelLanguageSchema>;
