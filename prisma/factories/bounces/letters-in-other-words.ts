import { plain, reader, type Specimen } from './shapes.ts'

const exchange = '<postmaster@example.org>'
const gmail = 'Mail Delivery Subsystem <mailer-daemon@provider.example>'
const failed = 'Delivery Status Notification (Failure)'

/** What servers say to people in the languages of Europe, without a part for machines. `@` stands for the receiver. */
const said: ReadonlyArray<readonly [Specimen['kind'], string, string, string]> = [
  [
    'hard',
    exchange,
    'Non remis : Nouvelles',
    'Échec de la remise à ces destinataires :\n\n@\nNous n’avons pas trouvé l’adresse de courrier que vous avez entrée.',
  ],
  [
    'hard',
    exchange,
    'Non remis : Nouvelles',
    'Votre message n’a pas atteint le destinataire suivant :\n\n@ le 20/01/2026 12:00\n   Ce compte de messagerie n’existe pas dans l’organisation.',
  ],
  [
    'soft',
    exchange,
    'Non remis : Nouvelles',
    'Échec de la remise à ces destinataires :\n\n@\nLa boîte aux lettres du destinataire est pleine.',
  ],
  [
    'soft',
    exchange,
    'Remise différée : Nouvelles',
    'La remise à ces destinataires est différée :\n\n@\n\nCe message n’a pas encore été remis. Les tentatives de remise vont se poursuivre.',
  ],
  [
    'soft',
    exchange,
    'Notification d’état de remise (échec)',
    'Ceci est une notification automatique.\n\nÉchec de la remise aux destinataires suivants.\n\n   @',
  ],
  [
    'hard',
    gmail,
    failed,
    '** Adresse introuvable **\n\nVotre message n’est pas parvenu à @, car l’adresse est introuvable.',
  ],
  ['soft', gmail, failed, '** Message bloqué **\n\nVotre message à @ a été bloqué.'],
  [
    'hard',
    'Postmaster@example.org',
    'ÉCHEC DE LA DISTRIBUTION',
    'Votre message n’a pas été distribué à :\n\n  @\n\nen raison de :\n\n  L’utilisateur ne figure pas dans l’annuaire',
  ],
  [
    'soft',
    'MAILER-DAEMON@mx.example.org',
    'Attention : impossible d’envoyer un message',
    'L’expédition a échoué, de nouvelles tentatives vont être faites.\n\n<@>: délai de connexion dépassé',
  ],
  [
    'hard',
    exchange,
    'Unzustellbar: Neues',
    'Fehler bei der Zustellung an folgende Empfänger:\n\n@\nDie eingegebene E-Mail-Adresse konnte nicht gefunden werden.',
  ],
  [
    'soft',
    exchange,
    'Unzustellbar: Neues',
    'Fehler bei der Zustellung an folgende Empfänger:\n\n@\nDas Postfach des Empfängers ist voll.',
  ],
  [
    'hard',
    gmail,
    failed,
    '** Adresse nicht gefunden **\n\nIhre Nachricht an @ wurde nicht zugestellt, weil die Adresse nicht gefunden wurde.',
  ],
  [
    'hard',
    exchange,
    'No se puede entregar: Noticias',
    'No se pudo entregar el mensaje a estos destinatarios:\n\n@\nNo se encontró la dirección de correo.',
  ],
  [
    'soft',
    exchange,
    'No se puede entregar: Noticias',
    'No se pudo entregar el mensaje a estos destinatarios:\n\n@\nEl buzón del destinatario está lleno.',
  ],
  [
    'hard',
    exchange,
    'Impossibile recapitare: Notizie',
    'Recapito non riuscito per questi destinatari:\n\n@\nL’indirizzo specificato non è stato trovato.',
  ],
  [
    'soft',
    exchange,
    'Impossibile recapitare: Notizie',
    'Recapito non riuscito per questi destinatari:\n\n@\nLa casella del destinatario è piena.',
  ],
  [
    'hard',
    exchange,
    'Onbestelbaar: Nieuws',
    'De bezorging aan deze geadresseerden is mislukt:\n\n@\nHet e-mailadres kan niet worden gevonden.',
  ],
  [
    'soft',
    exchange,
    'Onbestelbaar: Nieuws',
    'De bezorging aan deze geadresseerden is mislukt:\n\n@\nHet postvak van de ontvanger is vol.',
  ],
  [
    'hard',
    exchange,
    'Não Entregue: Notícias',
    'Falha na entrega a estes destinatários:\n\n@\nO endereço inserido não pôde ser encontrado.',
  ],
  [
    'hard',
    exchange,
    'Niedostarczone: Aktualności',
    'Nie udało się dostarczyć do następujących adresatów:\n\n@\nNie można odnaleźć podanego adresu e-mail.',
  ],
  [
    'hard',
    'MAILER-DAEMON@mx.example.org',
    'Письмо',
    'К сожалению, ваше письмо не может быть доставлено: @\nПользователь не найден.',
  ],
  ['hard', 'MAILER-DAEMON@mx.example.org', '消息', '您的邮件无法投递到 @\n原因：收件人不存在。'],
  [
    'hard',
    'MAILER-DAEMON@mx.example.org',
    'お知らせ',
    '以下のあて先に届けできませんでした。\n@\nあて先のアドレスが見つかりません。',
  ],
  [
    'hard',
    'postmaster@mx.example.org',
    'Undeliverable message',
    '------- Failure Reasons --------\n\nディレクトリのリストにありません\n@',
  ],
]

const absences = [
  'Odpowiedź automatyczna: Aktualności',
  '[Automatyczna odpowiedź] Aktualności',
  'Automatiskt svar: Nyheter',
  'Automatisk svar: Nyheder',
  'Automaattinen vastaus: Uutisia',
  'Automatická odpověď: Zprávy',
  'Automatikus válasz: Hírek',
  'Răspuns automat: Știri',
  'Otomatik yanıt: Haberler',
  'Автоматический ответ: Новости',
  'Αυτόματη απάντηση: Νέα',
  '自動応答: お知らせ',
  '自动答复: 消息',
  '자동 회신: 소식',
  'Fermeture annuelle',
  'Message en attente de validation',
]

export const lettersInOtherWords: Specimen[] = [
  ...said.map(([kind, from, subject, text]) => ({
    name: `${subject}: ${text.replaceAll('\n', ' ')}`,
    kind,
    recipients: [reader],
    raw: plain({
      from,
      subject,
      headers: 'MIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit',
      text: text.replaceAll('@', reader),
    }),
  })),
  ...absences.map((subject) => ({
    name: subject,
    kind: 'auto-reply' as const,
    raw: plain({ from: `Camille <${reader}>`, subject, text: 'Merci, je reviens bientôt.' }),
  })),
]
