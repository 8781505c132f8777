package script

// Sentences are the same in every language of the program.
var Sentences = []Sentence{
	{"English", "English", "At 9:45 on March 18, Dr. Peter Baxter paid $1,250 for sixty-six fresh peaches; do you suppose she'll still visit Chicago by bus?", "Hello, how are you?"},
	{"Chinese", "中文", "3月18日早上9点半，李思思花了1,250元，买了四十四只石狮子；你说，她是不是从深圳坐高铁去北京的？", "你好，今天过得怎么样？"},
	{"Chinese,Yue", "粵語", "3月18號朝早9點半，陳小姐俾咗1,250蚊，買咗四十四隻碟；你估佢係咪坐巴士去深水埗㗎？", "你好，今日過得點呀？"},
	{"Japanese", "日本語", "3月18日の午前9時半に、佐々木さんは新宿駅で桃を66個、1,250円で買いました。ピーターさんも電車で札幌へ行きますか？", "こんにちは、お元気ですか？"},
	{"Korean", "한국어", "3월 18일 오전 9시 반에 김서준 씨는 부산역에서 떡 66개를 15,000원에 샀어요. 따뜻한 커피도 같이 드실래요?", "안녕하세요, 잘 지내세요?"},
	{"Spanish", "Español", "El 18 de marzo, a las 9:30, Beatriz Pérez compró 66 peces por 1.250 euros; ¿de verdad se los llevó a Zaragoza en taxi?", "Hola, ¿cómo estás?"},
	{"French", "Français", "Le 18 mars à 9 h 30, Béatrice Dupont a payé 1 250 euros pour 66 chaises ; pensez-vous que six suffisent à Bruxelles ?", "Bonjour, comment allez-vous ?"},
	{"German", "Deutsch", "Am 18. März um 9:30 Uhr bezahlte Peter Schwarz 1.250 Euro für 66 Sessel; passt das spitze Stück wirklich nach Köln?", "Hallo, wie geht es dir?"},
	{"Portuguese", "Português", "No dia 18 de março, às 9h30, Beatriz Peixoto pagou 1.250 reais por 66 caixas; será que tudo isso cabe no táxi para São Paulo?", "Olá, como você está?"},
	{"Russian", "Русский", "18 марта в 9:30 Пётр Сазонов заплатил 1250 рублей за 66 чашек; неужели он повезёт их поездом в Петербург?", "Здравствуйте, как дела?"},
	{"Arabic", "العربية", "في 18 مارس الساعة 9:30 دفع صالح بكر 1250 ريالاً ثمن 66 كتاباً؛ هل تظن أنه سيسافر بها إلى دبي؟", "مرحبا، كيف حالك؟"},
	{"Hindi", "हिन्दी", "18 मार्च को सुबह 9:30 बजे प्रिया शर्मा ने 66 किताबों के 1,250 रुपये दिए; क्या वह सच में बस से दिल्ली जाएगी?", "नमस्ते, आप कैसे हैं?"},
	{"Indonesian", "Bahasa Indonesia", "Pada 18 Maret pukul 9.30, Putri Sasmita membayar Rp1.250.000 untuk 66 kursi; apakah semuanya bisa sampai di Surabaya besok pagi?", "Halo, apa kabar?"},
	{"Italian", "Italiano", "Il 18 marzo alle 9:30 Beatrice Pozzi ha pagato 1.250 euro per 66 pesche; secondo te basteranno davvero sei sacchi per Pisa?", "Ciao, come stai?"},
	{"Vietnamese", "Tiếng Việt", "Ngày 18 tháng 3, lúc 9 giờ 30, chị Phạm Thu Trang trả 1.250.000 đồng cho 66 cuốn sách; bạn có chắc chị ấy đi Đà Nẵng bằng tàu không?", "Xin chào, bạn có khỏe không?"},
	{"Thai", "ไทย", "วันที่ 18 มีนาคม เวลา 9:30 น. คุณปิติ สุขใจ จ่ายเงิน 1,250 บาท ซื้อหนังสือ 66 เล่ม คุณคิดว่าเขาจะนั่งรถไฟไปเชียงใหม่จริงหรือ?", "สวัสดีครับ สบายดีไหม"},
	{"Turkish", "Türkçe", "18 Mart saat 9.30'da Pınar Özşahin 66 şişe için 1.250 lira ödedi; sence hepsini otobüsle İzmir'e taşıyabilir mi?", "Merhaba, nasılsın?"},
}
