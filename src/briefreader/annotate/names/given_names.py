"""Lists given names of many countries, by which the recognizer of people finds a name without an office.

The list leaves out given names that are also words, months, places or verbs of headlines.
"""

from briefreader.annotate.names.eastern_given_names import EASTERN_GIVEN_NAMES
from briefreader.annotate.names.western_given_names import WESTERN_GIVEN_NAMES

_GIVEN_NAMES = frozenset(
    # English, Irish, Scottish
    "Aaron Abigail Adam Adrian Adrienne Alan Albert Alexander Alexandra Alice Alison Allison Amanda Amber Amy Andrea "
    "Andrew Andy Angela Anita Ann Anna Anne Annie Anthony Antony Arthur Ashley Barbara Barry Benjamin Bernard Beth "
    "Betty Beverly Bob Bonnie Boris Brad Bradley Brandon Brenda Brendan Brett Brian Bridget Bruce Bryan Caitlin Calvin "
    "Cameron Carl Caroline Carolyn Catherine Cecilia Charles Charlie Cheryl Chris Christian Christina Christine "
    "Christopher Cindy Claire Clara Colin Connor Craig Crystal Curtis Cynthia Dan Dana Daniel Danielle Danny Darren "
    "David Deborah Debra Dennis Derek Diana Diane Donald Donna Doris Dorothy Douglas Duncan Dylan Edith Edmund Edward "
    "Edwin Eileen Elaine Eleanor Elizabeth Ellen Elliott Emily Emma Emmanuel Eric Erica Erin Ernest Eugene Evan Evelyn "
    "Fiona Frances Francis Fred Frederick Gareth Gary Gavin Geoffrey George Gerald Geraldine Gilbert Gillian Gina "
    "Glenn Gloria Gordon Graham Greg Gregory Hannah Harold Harriet Harry Heather Heidi Helen Henry Herbert Hilary "
    "Hillary Howard Hugh Ian Irene Isaac Isabel Ivan Jacob Jacqueline Jake James Jamie Jane Janet Janice Jared Jason "
    "Jean Jeff Jeffrey Jen Jennifer Jenny Jeremy Jerome Jerry Jesse Jessica Jill Jim Jimmy Joan Joanna Joanne Jocelyn "
    "Joe Joel John Johnny Jon Jonathan Joseph Josephine Josh Joshua Joyce Juanita Judith Judy Julia Julian Julianne "
    "Julie Justin Karen Karine Kate Katherine Kathleen Kathryn Kathy Katie Keith Kelly Kenneth Kerry Kevin Kimberly "
    "Kirsten Kristen Kristina Kurt Kyle Larry Laura Lauren Laurie Lawrence Leah Leo Leonard Leslie Liam Linda Lindsay "
    "Lisa Liz Lloyd Lois Lorraine Louis Louise Lucas Lucy Luke Lydia Lynn Malcolm Marcus Margaret Maria Marianne Marie "
    "Marilyn Mario Marjorie Marsha Martha Martin Marvin Mary Matt Matthew Maureen Max Megan Melanie Melinda Melissa "
    "Michael Michele Michelle Mike Miles Miriam Mitchell Molly Monica Morgan Nancy Natalie Nathan Ned Neil Nicholas "
    "Nick Nicole Nina Noah Nora Norman Oliver Olivia Oscar Owen Pamela Patricia Patrick Paul Paula Pauline Peggy Penny "
    "Peter Philip Phillip Phyllis Rachel Ralph Raymond Rebecca Regina Rhonda Richard Rick Ricky Robert Roberta Rodney "
    "Roger Ronald Ronnie Rosemary Ross Roy Russell Ruth Ryan Sally Sam Samantha Samuel Sandra Sara Sarah Scott Sean "
    "Seth Shannon Sharon Shaun Sheila Shelby Shirley Simon Sophia Sophie Stacy Stanley Stella Stephanie Stephen Steve "
    "Steven Stuart Susan Suzanne Sylvia Tamara Tammy Tara Ted Teresa Terrence Theodore Theresa Thomas Tiffany Tim "
    "Timothy Tina Todd Tom Tony Tracy Travis Trevor Tyler Valerie Vanessa Vera Vernon Veronica Vicki Vincent Vivian "
    "Walter Wanda Warren Wayne Wendy William Yvonne Zachary "
    # Europe
    "Alejandro Aleksandar Aleksandr Alexei Alexis Alfredo Alina Anatoly Andreas Andrei Andrej Andrey Andris Andriy "
    "Andrzej Angel Annalena Annegret Antoine Antonio Antti António Arnaud Artur Arturo Beata Benedikt Bernd Bjarni "
    "Bogdan Bruno Carlo Carlos Carmen Catarina Christoph Claudia Clément Cristina Cédric Dalia Danuta Dariusz Denis "
    "Diego Dieter Dimitri Dimitris Dmitri Dmitry Dmytro Dominique Donatella Edgars Eduardo Egils Ekaterina Elena Elina "
    "Emilia Emilio Enrico Enrique Ernesto Esteban Evgeny Fabio Fabrizio Federica Federico Felipe Felix Fernando "
    "Florian Francesco Francisco Franck François Friedrich Gabriel Gabriela Gabrielius Gennady Georgios Gerhard "
    "Giacomo Giancarlo Giorgia Giorgio Giovanni Gitanas Giuseppe Gonzalo Gregor Guido Guillaume Guillermo Gustavo "
    "Hanna Hans Heiko Heinrich Helena Helga Helmut Henrik Hugo Ignacio Igor Ilya Ingrid Irina Isabelle Jaap Jacek "
    "Jacques Jakub Jan Janez Jaroslaw Javier Jens Jeppe Joachim Johan Johann Johannes Jorge Josef Josep José João Juan "
    "Juha Julien Jérôme Jürgen Kaja Karel Karin Karl Karolina Katarina Katrin Kjell Klaus Konstantin Krzysztof "
    "Kyriakos Lars Laurent Lech Leonid Luca Lucia Luigi Luis Luiz Maciej Magdalena Marcin Marco Marcos Marek Margarita "
    "Margrethe Margus Mariana Mariano Mariusz Marta Mateusz Mathias Matteo Matthias Mauricio Maxim Mette Micheál Mihai "
    "Mikhail Mikk Milos Miloš Mircea Miroslav Mykhailo Mykola Natalia Nicolas Nicolás Nikol Nikola Nikolai Nikolay "
    "Nikos Oleg Oleksandr Oleksii Oleksiy Olena Olga Olivier Ondrej Orlando Pablo Paolo Pascal Patricio Pavel Pavlo "
    "Pawel Pedro Pekka Petr Petra Philippe Pierre Piotr Radek Radoslaw Rafael Raimonds Ramon Raúl Reinhard Ricardo "
    "Roberto Rodrigo Roland Rosa Rustem Sandro Sanna Sauli Sebastian Serge Sergei Sergey Sergio Serhii Stanislav Stef "
    "Stefan Stefano Svenja Svetlana Taras Tatiana Tobias Tomas Tomasz Tomáš Ulf Ulrich Urmas Ursula Uwe Vadym Valentin "
    "Valeriy Vasyl Viktor Viktoria Viola Vitali Vitaliy Vladimir Volodymyr Werner Wojciech Wolfgang Xavier Yana Yulia "
    "Yuri Yuriy Yves Zbigniew Zdravko Zoran Zuzana "
    # Arab world, Turkey, Iran, South and Central Asia
    "Abdel Abdelaziz Abdelfattah Abdelmadjid Abdirahman Abdul Abdulaziz Abdullah Abdullatif Abdulrahman Abdurrahman "
    "Abiy Adel Ahmad Ahmed Aisha Akbar Ali Amina Amir Amr Anwar Asad Asif Asim Aung Ayman Aziz Badr Bahram Barham "
    "Bashar Bassem Bilal Bilawal Dawood Dinesh Ebrahim Ehsan Ekmeleddin Elham Emine Emomali Erlan Ershad Faisal Farhan "
    "Farid Farooq Fatima Fatou Fayez Fuad Fuat Gurbanguly Haider Haitham Hakan Hamad Hamdan Hamid Hamza Hasan Hassan "
    "Hossein Hulusi Hussein Ibrahim Ihsan Ilham Imad Imran Ishaq Ismail Jaber Jalal Jamal Kamal Karim Kasim Kassym "
    "Khaled Khalid Khalifa Khalil Laila Latif Layla Mahmoud Mahmud Majid Malik Mansour Mariam Marwan Maryam Masoud "
    "Meera Mehmet Mevlut Mevlüt Mohamed Mohammad Mohammed Moqtada Muhammad Muhammed Mukhtar Murat Mustafa Nabil Nadia "
    "Najib Najla Narendra Nasser Nawaf Nayef Nechirvan Nirmala Noor Nouri Nurlan Nursultan Omar Omer Osama Othman "
    "Piyush Priya Qasem Qasim Rajiv Rajnath Rania Rashid Ravi Recep Reem Reza Riyad Sadiq Sadyr Saeed Safadi Sajjan "
    "Salah Salman Sameh Samir Sanjay Saud Selim Serdar Shahbaz Shakir Shavkat Shehbaz Suleiman Tahir Talal Tamim Tarek "
    "Tariq Turki Usman Vikas Vikram Vinay Yahya Yasir Yasser Yousef Youssef Yusuf Zahid Zaid Zalmay Zayed Ziad "
    # East and Southeast Asia
    "Akihiro Akira Anutin Atsushi Budi Chansamone Daisuke Erywan Ferdinand Fumio Hajime Haruhiko Hideki Hirokazu "
    "Hiroshi Hiroyuki Hun Itsunori Joko Jokowi Junichi Katsunobu Kazuya Keiji Keiko Kenichi Kenji Koichi Koji Lazaro "
    "Makoto Masafumi Masahiro Masato Minoru Nobuo Noriyuki Prabowo Prayut Retno Ryosuke Saifuddin Sanae Satoshi "
    "Seiji Shigeo Shigeru Shinjiro Shinzo Shunichi Srettha Sugiono Takahiro Takashi Takeo Takeshi Taro Teodoro "
    "Tetsuro Toshimitsu Toshio Tsuneo Wichien Yasuhiro Yasutoshi Yoko Yoshihide Yoshihiro Yoshimasa Yuichi Yukio "
    "Zambry "
    # Africa, Latin America, Pacific
    "Adama Adebayo Alassane Alvaro Amadou Aminata Andry Andrés Arévalo Assoumani Babacar Bassirou Bola Brice Chidi "
    "Christophe Cyril Daniela Demeke Dina Domitien Edgardo Evariste Evo Faustin Fidel Filipe Frank Félix Gedion Hage "
    "Hailemariam Hakainde Idriss Isaias Ismaël Jacinda Jair Jeanine Jovenel Julius Kwame Lazarus Lenín Lourdes Lula "
    "Macky Mahamat Mamadou Manasseh Meles Mireya Mokgweetsi Moses Moussa Muhammadu Naledi Nana Nanaia Nayib Nelson "
    "Nyusi Ollanta Ousmane Patrice Roch Rogelio Rosario Salva Samia Sebastián Sidiki Surangel Taban Tabaré "
    # Elsewhere and everywhere
    "Abdalla Abdoulaye Abdrabbuh Abdulla Achim Aguila Ajit Alar Alberto Albin Alicia Amit Anar Anifah Anniken Ararat "
    "Ariel Arkady Armen Artem Arun Arvind Ashraf Ashwini Askar Augusto Avigdor Azali Bakhtiyor Benny Bernardino "
    "Bernardo Bharrat Binyamin Bisher Björn Bohdan Bojan Bolat Bongbong Borut Borys Bounnhang Bujar Claude Delfin "
    "Denys Dickon Dilma Dritan Ebba Edgar Edi Elchin Espen Esther Fahad Faure Feleti Fiame Filippo Gabi Garry Gaston "
    "Geir Ghassan Gilberto Giorgi Gotabaya Guðlaugur Hani Hanif Hardeep Harsh Herman Hikmet Hilda Hishammuddin Horacio "
    "Hubert Ihor Ingrida Irakli Irfaan Iván Jarosław Javad Jeremiah Jeyhun Jigme Jonas Jose Ján Jörg Jüri Kai Kais "
    "Kanat Katalin Katrina Katrín Kausea Kersti Khadga Kiril Kirill Kristalina Krišjānis Larisa Laurentino Levan "
    "Lionel Lolwah Lorenzo Ludmila Luhut Mahamadou Mahathir Mahinda Maia Maithripala Maksim Manmohan Manuel Marcelo "
    "Marise Mariya Marty Martín Mauro Megawati Michel Miguel Miro Mohamad Mohamud Moshe Muhyiddin Nabih Naftali "
    "Nataliya Ngozi Nickolay Nicolae Nicos Nicu Nikita Nino Nirupama Oksana Olaf Osman Perfecto Pradeep Pranab Prayuth "
    "Prithvind Péter Qassem Radosław Rahmatullah Raman Ramtane Ranil Rashad Riek Rumen Rustam Saad Sahle Saleh Salem "
    "Salome Serhiy Shahram Sher Siaosi Siarhei Sihasak Sitiveni Sofia Staffan Stevo Stéphane Subrahmanyam Sujata "
    "Sushma Susilo Sviatlana Svitlana Sébastien Tamar Taneti Tarō Taur Teddy Tedros Thabo Thaksin Thein Thierry "
    "Thongloun Timur Tommy Tor Troels Tshering Tuilaepa Tzipi Vijay Vjosa Volker Wesley Wunna Xanana Yair Yasukazu "
    "Yaşar Yemi Yerlan Yevhen Yitzhak Yoav Yongjoon Yōko Zohra Zurab Álvaro Étienne Évariste Željko Téte Uhuru Umaro "
    "Verónica Wavel Winston Workneh Xiomara Yoweri".split()
)
GIVEN_NAMES = _GIVEN_NAMES | EASTERN_GIVEN_NAMES | WESTERN_GIVEN_NAMES
# These given names are also words or places; they need a surname beside them that is neither. Only those that the lists
# of names have as a place or a people are also in the table above.
WORDS_AS_GIVEN_NAMES = frozenset(
    "Charlotte Cheyenne Christian April August Austin Autumn Bill Buck Buddy Chad Chase Chelsea Chip Chuck Clay Cliff "
    "Dale Dallas Dawn Dean Diamond Dick Don Drew Earl Faith Florence Gale Gene Georgia Grace Grant Guy Heath Hope "
    "Houston Hunter India Iris Israel Ivy Jack Jade Jewel Jordan Joy June Justice Kenya Kit Lane Lee Lincoln Madison "
    "Mark Mason May Melody Mercedes Mercy Norm Olive Otto Page Pat Patience Pearl Precious Ray Reed Reid Rex Rich Rob "
    "Rose Royal Ruby Rusty Sage Salvador Santiago Savannah Siena Skip Solomon Star Starr Sterling Sue Summer Sydney "
    "Tad Trip Tripp Tucker Ty Van Victor Victoria Violet Virginia Ward Webb Wellington Will Woody".split()
)
ANY_GIVEN_NAMES = GIVEN_NAMES | WORDS_AS_GIVEN_NAMES
