/** Given names, common ones several times. */
export const givenNames =
  `Emma Emma Olivia Olivia Liam Liam Noah Noah Jack Jack Sophie Sophie Anna Anna James James William William
Mary Mary Margaret John John Robert Michael Michael David Susan Linda Patricia Heather Heather Jennifer Angela Donna Kevin Brian
Stephen Paul Mark Andrew Matthew Daniel Ryan Tyler Kyle Jordan Taylor Morgan Megan Ashley Amanda Sarah Sarah Katie Rebecca Rachel
Élise Chloé Mélanie André François Geneviève Noémie Zoé Anaïs Jérôme Étienne Kɨtpu Muin Sa’n Plamu Ahmed Fatima Mohammed Aisha
Omar Layla Yusuf Amina Wei Jing Ming Hiroshi Yuki Linh Minh Ánh Thị Priya Arjun Ravi Deepa Oksana Dmytro Olena Ivan Tatiana
Carlos María José Lucía Rosa Diego Ingrid Björn Søren Åsa Siobhán Aoife Niamh Seán Eòin Màiri Catrìona Ruaraidh Mairead Alasdair`.split(
    /\s+/,
  );

/** Family names, common ones several times. */
export const familyNames =
  `MacDonald MacDonald MacDonald MacDonald Smith Smith Smith MacLeod MacLeod MacNeil MacNeil MacNeil MacKenzie
MacKinnon MacIsaac MacLean MacLean Campbell Campbell Cameron Fraser Fraser Murphy Murphy O’Brien O’Neil Sullivan Kelly Boudreau
Boudreau LeBlanc LeBlanc LeBlanc Comeau Doucet d’Entremont Thibault Robichaud Gaudet Muise Surette Pothier Saulnier Deveau
Chiasson Aucoin Cormier Landry Landry Poirier Samson Sylliboy Paul Paul Francis Googoo Marshall Bernard Denny Johnson Johnson
Simmonds Sparks Cromwell Brown Brown Jones Williams Wright Carvery Downey Beals Clayton Hartlen Zwicker Zinck Veinot Eisnor Mosher
Conrad Hirtle Corkum Rafuse Levy Himmelman Knickle Hatt Wentzell Ernst Crouse Naugle Slaunwhite Boutilier Boutilier Jollimore
Nguyễn Trần Phạm Lê Khan Hussain Ali Hassan Ibrahim Abdi Warsame Singh Singh Kaur Patel Sharma Gupta Chen Wang Li Zhang Liu Kim Park
Tanaka Sato García Rodríguez Martínez Silva Santos Pereira Kovalenko Shevchenko Petrenko Nowak Kowalski Müller Schmidt Schneider
Haddad Khoury Nasser Saad El-Masri Osei Mensah Okafor Adeyemi Diallo Traoré Saint-Onge St.\u00a0Pierre Van\u00a0Buskirk de\u00a0Jong`
    .split(/[ \n]+/)
    .map((name) => name.replaceAll('\u00a0', ' '));
