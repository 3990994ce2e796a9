/**
 * What the buttons that publish say, lower case, by language. Matched as whole words of the accessible name
 * (find-generic.ts). Nouns and words that also begin other buttons ("Post options") stand in `first`: they must
 * begin the name. Verbs that mean nothing else stand in `anywhere`, where they may begin it as well.
 * Words are parted by `|` and have nothing in them but letters and spaces: they go into a pattern as they are.
 */
interface PostWords {
  first: string;
  anywhere: string;
}

export const POST_WORDS: Readonly<Record<string, PostWords>> = {
  en: {
    first: 'post|reply|comment|send|submit|share|tweet|toot|repost|quote|add comment',
    anywhere: 'publish|post anyway|post all|post reply|post comment|submit post|send now',
  },
  de: {
    first: 'antworten|antwort|kommentieren|teilen|beitragen',
    anywhere: 'veröffentlichen|posten|abschicken|absenden|senden|einreichen|twittern|tröten',
  },
  fr: {
    first: 'répondre|commenter|partager|soumettre|valider',
    anywhere: 'publier|poster|envoyer|tweeter',
  },
  es: {
    first: 'responder|comentar|compartir',
    anywhere: 'publicar|postear|enviar|twittear|tuitear',
  },
  pt: {
    first: 'responder|comentar|partilhar|compartilhar',
    anywhere: 'publicar|postar|enviar|tweetar',
  },
  it: {
    first: 'posta|rispondi|commenta|condividi',
    anywhere: 'pubblica|pubblicare|invia|inviare|twitta',
  },
  nl: {
    first: 'plaats|reageren|antwoorden|delen',
    anywhere: 'plaatsen|publiceren|versturen|verzenden|posten',
  },
  pl: {
    first: 'odpowiedz|skomentuj|udostępnij|dodaj',
    anywhere: 'opublikuj|publikuj|wyślij|zamieść',
  },
  sv: {
    first: 'svara|kommentera|dela|lägg upp',
    anywhere: 'publicera|skicka|posta',
  },
  da: {
    first: 'slå op|svar|kommenter|send|del|opslå',
    anywhere: 'udgiv|offentliggør|publicer',
  },
  nb: {
    first: 'svar|kommenter|send|del',
    anywhere: 'publiser|legg ut',
  },
  fi: {
    first: 'vastaa|kommentoi|jaa|twiittaa',
    anywhere: 'julkaise|lähetä',
  },
  cs: {
    first: 'odpovědět|komentovat|sdílet|přidat příspěvek',
    anywhere: 'zveřejnit|publikovat|odeslat',
  },
  hu: {
    first: 'válasz|hozzászólás|megosztás',
    anywhere: 'közzététel|közzétesz|posztolás|küldés',
  },
  ro: {
    first: 'răspunde|comentează|distribuie',
    anywhere: 'publică|postează|trimite',
  },
  tr: {
    first: 'yanıtla|yorum yap|tweetle',
    anywhere: 'gönder|paylaş|yayınla|yayımla',
  },
  el: {
    first: 'απάντηση|σχόλιο|κοινοποίηση',
    anywhere: 'δημοσίευση|ανάρτηση|αποστολή',
  },
  ru: {
    first: 'ответить|комментировать|поделиться|твитнуть',
    anywhere: 'опубликовать|отправить|запостить',
  },
  uk: {
    first: 'відповісти|коментувати|поширити|дописати',
    anywhere: 'опублікувати|надіслати',
  },
  ar: {
    first: 'أرسل|رد|تعليق|تغريد|مشاركة',
    anywhere: 'نشر|انشر|إرسال',
  },
  he: {
    first: 'שלח|הגב|תגובה|שתף',
    anywhere: 'פרסם|פרסום|שליחה',
  },
  hi: {
    first: 'उत्तर दें|जवाब दें|टिप्पणी करें|साझा करें|पोस्ट',
    anywhere: 'पोस्ट करें|प्रकाशित करें|भेजें',
  },
  id: {
    first: 'posting|balas|komentari|bagikan|unggah',
    anywhere: 'kirim|terbitkan|publikasikan',
  },
  vi: {
    first: 'đăng|gửi|trả lời|bình luận|chia sẻ',
    anywhere: 'đăng bài|xuất bản',
  },
  th: {
    first: 'โพสต์เลย|ส่ง|ตอบกลับ|แสดงความคิดเห็น|แชร์',
    anywhere: 'โพสต์|เผยแพร่',
  },
  ja: {
    first:
      '投稿|ポスト|ツイートする|公開|送信|返信|返信する|コメントする|シェア|共有する|すべて投稿|すべてポスト',
    anywhere: '投稿する|ポストする|公開する|送信する',
  },
  ko: {
    first: '게시|보내기|전송|답글|답글 달기|댓글|등록|공유하기|발행',
    anywhere: '게시하기|올리기|발행하기',
  },
  zh: {
    first: '发帖|发送|提交|回复|评论|分享|全部发布|發表|發文|發送|送出|提交|回覆|留言|貼文|全部發佈',
    anywhere: '发布|发表|發佈|發布',
  },
};
