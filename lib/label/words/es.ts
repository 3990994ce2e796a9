import type { LabelWords } from '../label-words.ts';

export const es: LabelWords = {
  brackets: ['[', ']'],
  roles: {
    assisted: {
      long: {
        named: '[AI / asistido por IA: escrito por {name}, retocado con IA]',
        unnamed: '[AI / asistido por IA: escrito por una persona, retocado con IA]',
      },
      short: {
        named: '[AI / asistido por IA, escrito por {name}]',
        unnamed: '[AI / asistido por IA, escrito por una persona]',
      },
    },
    coauthored: {
      long: {
        named: '[AI / coescrito con IA: borrador con IA, revisado y editado por {name}]',
        unnamed: '[AI / coescrito con IA: borrador con IA, revisado y editado por una persona]',
      },
      short: {
        named: '[AI / coescrito con IA, editado por {name}]',
        unnamed: '[AI / coescrito con IA, editado por una persona]',
      },
    },
    'generated-reviewed': {
      long: {
        named: '[AI / generado por IA: borrador de IA, revisado y aprobado por {name}]',
        unnamed: '[AI / generado por IA: borrador de IA, revisado y aprobado por una persona]',
      },
      short: {
        named: '[AI / generado por IA, revisado por {name}]',
        unnamed: '[AI / generado por IA, revisado por una persona]',
      },
    },
    'generated-prompted': {
      long: {
        named: '[AI / generado por IA: instrucciones de {name}, sin comprobar en detalle]',
        unnamed: '[AI / generado por IA: según instrucciones, sin comprobar en detalle]',
      },
      short: {
        named: '[AI / generado por IA, instrucciones de {name}]',
        unnamed: '[AI / generado por IA, según instrucciones]',
      },
    },
    autonomous: {
      long: {
        named: '[AI / generado por IA automáticamente: sin intervención humana, publicado para {name}]',
        unnamed: '[AI / generado por IA automáticamente: sin intervención humana]',
      },
      short: {
        named: '[AI / generado por IA automáticamente para {name}]',
        unnamed: '[AI / generado por IA automáticamente]',
      },
    },
  },
  partMark: '(AI/IA, ver 1/{total})',
  typed: [
    {
      phrases: ['asistido por IA', 'retocado con IA', 'escrito con ayuda de IA', 'con ayuda de la IA'],
      roles: ['assisted'],
    },
    {
      phrases: ['coescrito con IA', 'escrito con IA', 'redactado con IA', 'borrador con IA'],
      roles: ['coauthored'],
    },
    {
      phrases: ['generado automáticamente por IA', 'generado automáticamente con IA'],
      roles: ['autonomous'],
    },
    {
      phrases: [
        'generado por IA',
        'generado con IA',
        'generado por la IA',
        'creado por IA',
        'creado con IA',
        'hecho con IA',
        'escrito por IA',
        'escrito por la IA',
      ],
      roles: ['generated-reviewed', 'generated-prompted', 'autonomous'],
    },
  ],
  smallWords: [
    'el',
    'los',
    'las',
    'y',
    'es',
    'una',
    'no',
    'por',
    'para',
    'que',
    'con',
    'del',
    'se',
    'lo',
    'como',
    'está',
    'muy',
  ],
};
