/**
 * What the buttons that publish say, lower case, by language. Matched as whole words of the accessible name
 * (find-generic.ts). Nouns and words that also begin other buttons ("Post options") stand in `first`: they must
 * begin the name. Verbs that mean nothing else stand in `anywhere`.
 */
interface PostWords {
  first: readonly string[];
  anywhere: readonly string[];
}

export const POST_WORDS: Readonly<Record<string, PostWords>> = {
  en: {
    first: [
      'post',
      'reply',
      'comment',
      'send',
      'submit',
      'share',
      'tweet',
      'toot',
      'repost',
      'quote',
      'add comment',
    ],
    anywhere: ['publish', 'post anyway', 'post all', 'post reply', 'post comment', 'submit post', 'send now'],
  },
  de: {
    first: ['posten', 'antworten', 'antwort', 'kommentieren', 'senden', 'absenden', 'teilen', 'beitragen'],
    anywhere: [
      'veröffentlichen',
      'posten',
      'abschicken',
      'absenden',
      'senden',
      'einreichen',
      'twittern',
      'tröten',
    ],
  },
  fr: {
    first: ['poster', 'répondre', 'commenter', 'envoyer', 'partager', 'soumettre', 'valider'],
    anywhere: ['publier', 'poster', 'envoyer', 'tweeter'],
  },
  es: {
    first: ['publicar', 'postear', 'responder', 'comentar', 'enviar', 'compartir'],
    anywhere: ['publicar', 'postear', 'enviar', 'twittear', 'tuitear'],
  },
  pt: {
    first: ['publicar', 'postar', 'responder', 'comentar', 'enviar', 'partilhar', 'compartilhar'],
    anywhere: ['publicar', 'postar', 'enviar', 'tweetar'],
  },
  it: {
    first: ['pubblica', 'posta', 'rispondi', 'commenta', 'invia', 'condividi'],
    anywhere: ['pubblica', 'pubblicare', 'invia', 'inviare', 'twitta'],
  },
  nl: {
    first: ['plaatsen', 'plaats', 'posten', 'reageren', 'antwoorden', 'versturen', 'verzenden', 'delen'],
    anywhere: ['plaatsen', 'publiceren', 'versturen', 'verzenden', 'posten'],
  },
  pl: {
    first: ['opublikuj', 'publikuj', 'odpowiedz', 'skomentuj', 'wyślij', 'udostępnij', 'dodaj'],
    anywhere: ['opublikuj', 'publikuj', 'wyślij', 'zamieść'],
  },
  sv: {
    first: ['publicera', 'posta', 'svara', 'kommentera', 'skicka', 'dela', 'lägg upp'],
    anywhere: ['publicera', 'skicka', 'posta'],
  },
  da: {
    first: ['slå op', 'udgiv', 'svar', 'kommenter', 'send', 'del', 'opslå'],
    anywhere: ['udgiv', 'offentliggør', 'publicer'],
  },
  nb: {
    first: ['publiser', 'legg ut', 'svar', 'kommenter', 'send', 'del'],
    anywhere: ['publiser', 'legg ut'],
  },
  fi: {
    first: ['julkaise', 'lähetä', 'vastaa', 'kommentoi', 'jaa', 'twiittaa'],
    anywhere: ['julkaise', 'lähetä'],
  },
  cs: {
    first: ['zveřejnit', 'publikovat', 'odeslat', 'odpovědět', 'komentovat', 'sdílet', 'přidat příspěvek'],
    anywhere: ['zveřejnit', 'publikovat', 'odeslat'],
  },
  hu: {
    first: ['közzététel', 'posztolás', 'küldés', 'válasz', 'hozzászólás', 'megosztás'],
    anywhere: ['közzététel', 'közzétesz', 'posztolás', 'küldés'],
  },
  ro: {
    first: ['publică', 'postează', 'trimite', 'răspunde', 'comentează', 'distribuie'],
    anywhere: ['publică', 'postează', 'trimite'],
  },
  tr: {
    first: ['gönder', 'paylaş', 'yayınla', 'yanıtla', 'yorum yap', 'tweetle'],
    anywhere: ['gönder', 'paylaş', 'yayınla', 'yayımla'],
  },
  el: {
    first: ['δημοσίευση', 'ανάρτηση', 'αποστολή', 'απάντηση', 'σχόλιο', 'κοινοποίηση'],
    anywhere: ['δημοσίευση', 'ανάρτηση', 'αποστολή'],
  },
  ru: {
    first: ['опубликовать', 'отправить', 'ответить', 'комментировать', 'поделиться', 'запостить', 'твитнуть'],
    anywhere: ['опубликовать', 'отправить', 'запостить'],
  },
  uk: {
    first: ['опублікувати', 'надіслати', 'відповісти', 'коментувати', 'поширити', 'дописати'],
    anywhere: ['опублікувати', 'надіслати'],
  },
  ar: {
    first: ['نشر', 'انشر', 'إرسال', 'أرسل', 'رد', 'تعليق', 'تغريد', 'مشاركة'],
    anywhere: ['نشر', 'انشر', 'إرسال'],
  },
  he: {
    first: ['פרסם', 'פרסום', 'שלח', 'שליחה', 'הגב', 'תגובה', 'שתף'],
    anywhere: ['פרסם', 'פרסום', 'שליחה'],
  },
  hi: {
    first: ['पोस्ट करें', 'प्रकाशित करें', 'भेजें', 'उत्तर दें', 'जवाब दें', 'टिप्पणी करें', 'साझा करें', 'पोस्ट'],
    anywhere: ['पोस्ट करें', 'प्रकाशित करें', 'भेजें'],
  },
  id: {
    first: ['kirim', 'posting', 'terbitkan', 'balas', 'komentari', 'bagikan', 'unggah'],
    anywhere: ['kirim', 'terbitkan', 'publikasikan'],
  },
  vi: {
    first: ['đăng', 'gửi', 'trả lời', 'bình luận', 'chia sẻ', 'xuất bản'],
    anywhere: ['đăng bài', 'xuất bản'],
  },
  th: {
    first: ['โพสต์', 'โพสต์เลย', 'เผยแพร่', 'ส่ง', 'ตอบกลับ', 'แสดงความคิดเห็น', 'แชร์'],
    anywhere: ['โพสต์', 'เผยแพร่'],
  },
  ja: {
    first: [
      '投稿',
      '投稿する',
      'ポスト',
      'ポストする',
      'ツイートする',
      '公開',
      '公開する',
      '送信',
      '送信する',
      '返信',
      '返信する',
      'コメントする',
      'シェア',
      '共有する',
      'すべて投稿',
      'すべてポスト',
    ],
    anywhere: ['投稿する', 'ポストする', '公開する', '送信する'],
  },
  ko: {
    first: [
      '게시',
      '게시하기',
      '올리기',
      '보내기',
      '전송',
      '답글',
      '답글 달기',
      '댓글',
      '등록',
      '공유하기',
      '발행',
    ],
    anywhere: ['게시하기', '올리기', '발행하기'],
  },
  zh: {
    first: [
      '发布',
      '发表',
      '发帖',
      '发送',
      '提交',
      '回复',
      '评论',
      '分享',
      '全部发布',
      '發佈',
      '發布',
      '發表',
      '發文',
      '發送',
      '送出',
      '提交',
      '回覆',
      '留言',
      '貼文',
      '全部發佈',
    ],
    anywhere: ['发布', '发表', '發佈', '發布'],
  },
};
