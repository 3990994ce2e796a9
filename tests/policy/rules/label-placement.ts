import { declared, draft, LABEL } from '../samples.ts';
import type { RuleLists } from './lists.ts';

const german = 'Das ist ein Beitrag, der nicht auf Englisch ist und den wir mit Freude lesen.';

export const lists: RuleLists = {
  accept: [
    { it: 'the label first', draft: draft(`${LABEL}\nHello`), context: declared() },
    { it: 'no label: another rule speaks', draft: draft('Hello'), context: declared() },
    {
      it: 'a post without AI',
      draft: draft(`https://example.com ${LABEL}`),
      context: declared({ role: 'none' }),
    },
    { it: 'a marked thread', draft: draft(`${LABEL}\nOne`, '(AI, see 1/2) Two'), context: declared() },
    {
      it: 'another language, where the policy does not mind',
      draft: draft(`${LABEL}\n${german}`),
      context: declared(),
      options: { sameLanguage: false },
    },
    {
      it: 'a label in the content warning',
      draft: { ...draft('Hello'), warning: `${LABEL} Spoilers` },
      context: declared({ fold: { characters: 5 } }),
    },
    {
      it: 'a label in the text behind a content warning, where the policy does not mind',
      draft: { ...draft(`${LABEL}\nHello`), warning: 'Spoilers' },
      context: declared(),
      options: { contentWarning: 'ignore' },
    },
  ],
  reject: [
    {
      it: 'a label in the text, which a content warning hides',
      draft: { ...draft(`${LABEL}\nHello`), warning: 'Spoilers' },
      context: declared(),
      code: 'labelBehindWarning',
      spans: [[0, LABEL.length]],
    },
    {
      it: 'another language in the content warning than the post plainly has',
      draft: { ...draft(german), warning: `${LABEL} Achtung` },
      context: declared(),
      code: 'labelLanguage',
    },
    {
      it: 'a label behind a link',
      draft: draft(`https://example.com ${LABEL}`),
      context: declared(),
      code: 'labelBehindLink',
      spans: [[20, 20 + LABEL.length]],
    },
    {
      it: 'a label far down',
      draft: draft(`${'word '.repeat(30)}${LABEL}`),
      context: declared(),
      code: 'labelNotFirst',
      spans: [[150, 150 + LABEL.length]],
    },
    {
      it: 'a label behind the fold of the site',
      draft: draft(`Hello\n\n${LABEL}`),
      context: declared({ fold: { lines: 2 } }),
      code: 'labelBehindFold',
      spans: [[7, 7 + LABEL.length]],
    },
    {
      it: 'a label among hashtags',
      draft: draft('#one #two #AIgenerated Hello'),
      context: declared(),
      code: 'labelInHashtags',
      spans: [[10, 22]],
    },
    {
      it: 'hidden characters in the label',
      draft: draft('AI\u200B-generated: Hello'),
      context: declared(),
      code: 'labelHidden',
      spans: [[0, 13]],
    },
    {
      it: 'a thread with an unmarked part',
      draft: draft(`${LABEL}\nOne`, 'Two'),
      context: declared(),
      code: 'partUnmarked',
      spans: [[0, 0]],
    },
    {
      it: 'another language than the post is known to have',
      draft: draft(`${LABEL}\nHallo`),
      context: declared({ language: 'de' }),
      code: 'labelLanguage',
      spans: [[0, LABEL.length]],
    },
    {
      it: 'another language than the post plainly has',
      draft: draft(`${LABEL}\n${german}`),
      context: declared(),
      code: 'labelLanguage',
      spans: [[0, LABEL.length]],
    },
  ],
};
