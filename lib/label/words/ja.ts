import type { LabelWords } from '../label-words.ts';

export const ja: LabelWords = {
  brackets: ['【', '】'],
  roles: {
    assisted: {
      long: { named: '【AI支援：{name}が執筆、AIで編集】', unnamed: '【AI支援：人が執筆、AIで編集】' },
      short: { named: '【AI支援：{name}が執筆】', unnamed: '【AI支援：人が執筆】' },
    },
    coauthored: {
      long: {
        named: '【AI共同執筆：AIで下書き、{name}が確認・編集】',
        unnamed: '【AI共同執筆：AIで下書き、人が確認・編集】',
      },
      short: { named: '【AI共同執筆：{name}が編集】', unnamed: '【AI共同執筆：人が編集】' },
    },
    'generated-reviewed': {
      long: {
        named: '【AI生成：AIが下書き、{name}が確認・承認】',
        unnamed: '【AI生成：AIが下書き、人が確認・承認】',
      },
      short: { named: '【AI生成：{name}が確認】', unnamed: '【AI生成：人が確認】' },
    },
    'generated-prompted': {
      long: {
        named: '【AI生成：{name}が指示、細部は未点検】',
        unnamed: '【AI生成：人が指示、細部は未点検】',
      },
      short: { named: '【AI生成：{name}が指示】', unnamed: '【AI生成：人が指示】' },
    },
    autonomous: {
      long: {
        named: '【AI自動生成：人の関与なし、発信元は{name}】',
        unnamed: '【AI自動生成：人の関与なし】',
      },
      short: { named: '【AI自動生成：発信元は{name}】', unnamed: '【AI自動生成】' },
    },
  },
  partMark: '（AI、1/{total}を参照）',
  typed: [
    { phrases: ['AI支援', 'AIで編集', 'AIの支援で執筆'], roles: ['assisted'] },
    { phrases: ['AI共同執筆', 'AIと共同執筆', 'AIで下書き'], roles: ['coauthored'] },
    { phrases: ['AI自動生成', 'AIが自動生成'], roles: ['autonomous'] },
    {
      phrases: [
        'AI生成',
        'AIが生成',
        'AIで生成',
        'AIによる生成',
        'AIで作成',
        'AIが作成',
        'AI作成',
        'AIが執筆',
      ],
      roles: ['generated-reviewed', 'generated-prompted', 'autonomous'],
    },
  ],
  smallWords: [],
};
