/** One name a word, in the scripts they are written in here. Names that are everyday German words are left out. */
const list = (names: string) => names.trim().split(/\s+/)

/** Given names that are common among families in Germany, by the languages of the questionnaires and their neighbours. */
export const GIVEN_NAMES: ReadonlySet<string> = new Set(
  [
    ...list(`
      Alexander Alexandra Alina Amelie Andrea Andreas Angela Angelika Anita Anja Anke Anna Anne Annette Anni Antje Anton
      Antonia Arne Astrid Barbara Bastian Beate Ben Benedikt Benjamin Bernd Bernhard Bettina Bianca Birgit Bjarne Bodo Brigitte Britta
      Carina Carla Carolin Carsten Charlotte Christa Christian Christiane Christina Christine Christoph Clara Claudia Claus
      Cornelia Dagmar Daniel Daniela David Dennis Detlef Diana Dieter Dirk Dominik Dorothea Edith Eileen Elena Elias Elisa
      Elisabeth Elke Ella Emil Emilia Emily Emma Erik Erika Eva Fabian Felix Finja Finn Florian Franziska Frauke Frederik Frieda
      Friedrich Gabi Gabriele Georg Gerd Gerda Gerhard Gisela Greta Gudrun Günter Günther Hanna Hannah Hannelore Hannes Hans Harald
      Hedwig Heike Heiko Heinrich Heinz Helene Helga Helmut Hendrik Henri Henrik Henry Herbert Hermann Hilde Holger Horst Hubert
      Hugo Ida Ilona Ilse Inga Inge Ingo Ingrid Ines Irene Irina Iris Isabel Isabell Isabella Jakob Jan Jana Jannik Jannis
      Janine Jasmin Jens Jessica Joachim Joana Johanna Johannes Jonas Jonathan Jörg Josef Josefine Joshua Julia Julian Juliane
      Jürgen Jutta Karin Karina Karla Karoline Karsten Katharina Kathrin Katja Katrin Kerstin Kevin Kira Klara Klaus Konstantin
      Kristin Kristina Kurt Lara Larissa Lars Lasse Laura Lea Leah Lena Leni Lennard Lennart Leon Leonie Levi Liam Lieselotte
      Lia Lilli Lilly Lina Linus Lisa Liselotte Lotta Lotte Louis Louisa Luca Lucas Lucy Ludwig Luis Luisa Lukas Luna Lutz Maike
      Maja Malte Mandy Manfred Manuel Manuela Marcel Marco Marcus Mareike Margarete Margit Maria Marianne Marie Marina
      Marion Markus Marlene Marlies Martin Martina Marvin Mathilda Matteo Matthias Mats Maximilian Maya Melanie Melina Melissa Mia
      Michael Michaela Michelle Mila Milan Mira Miriam Mirjam Mona Monika Moritz Nadine Nadja Natalie Nele Nick Niclas Nico
      Nicole Niklas Nils Nina Noah Nora Norbert Olaf Oliver Olivia Oskar Otto Pascal Patricia Patrick Paul Paula Pauline Peter
      Petra Philipp Pia Rainer Ralf Ramona Raphael Rebecca Regina Regine Reinhard Renate René Richard Rita Robert Robin Roland
      Rolf Romy Ronja Rosemarie Rüdiger Rudolf Ruth Sabine Sabrina Samuel Sandra Sara Sarah Sascha Saskia Sebastian Selina Siegfried
      Sigrid Silke Silvia Simon Simone Sina Sofie Sonja Sophia Sophie Stefan Stefanie Steffen Stephan Stephanie Susanne Svea Sven Svenja
      Sylvia Tabea Tamara Tanja Tatjana Theo Theresa Thilo Thomas Thorsten Till Tim Timo Tina Tobias Tom Torben Torsten Udo
      Ulrich Ulrike Ursula Ute Uwe Valentin Valentina Vanessa Vera Verena Veronika Viktor Viktoria Vincent Volker Waltraud
      Werner Wilhelm Wilma Winfried Wolfgang Yannick Yvonne Zoe`),
    ...list(`
      Abdul Abdullah Abir Adem Adnan Ahmad Ahmed Ahmet Aischa Aisha Akif Alaa Ali Alican Aliye Amal Amina Amir Amira Anas Arda Arzu Asil Aslı Asma Aya
      Ayla Aylin Ayman Aynur Ayse Ayşe Azad Azra Bashar Baran Barış Belkis Berat Berfin Berivan Betül Bilal Burak Büşra Can Canan Cem Cemal Cemile
      Ceren Dalia Deniz Derya Dilan Dina Ebru Ece Efe Ekrem Elif Emine Emir Emre Enes Ercan Erdal Erdem Erkan Esra Eymen Fadi Fadime Faisal Farid Farida
      Fatih Fatima Fatma Fehmi Ferhat Feyza Filiz Firas Gökhan Gül Gülay Gülcan Gülsüm Güler Habib Hadi Hakan Halil Halima Hamid Hamza Hana Hanan Hani Harun
      Hasan Hassan Hatice Hatun Havva Hayat Hiba Huda Hülya Hüseyin Hussein Ibrahim İbrahim Imad Iman Ismail İsmail Issa Jamal Jamila Jihan Kadir Kadriye
      Kamal Karim Kemal Kenan Kerem Khaled Khalid Khalil Kübra Laila Lale Lamia Layla Leila Levent Leyla Mahmoud Mahmud Mahmut Malak Mariam Marwa Maryam
      Medine Mehdi Mehmet Melek Melike Meltem Meral Mert Meryem Mesut Metin Mohamad Mohamed Mohammad Mohammed Mona Mostafa Muhammad Muhammed Murat Musa
      Mustafa Nabil Nada Nadia Nadim Nasrin Nazan Nazlı Nesrin Nevin Nisa Noor Nour Nuray Nurcan Nuri Okan Omar Ömer Onur Orhan Osama Osman Özge Özgür Özlem
      Rabia Ramazan Ramadan Rana Rania Rasha Raşit Recep Reem Rima Rıza Roni Rukiye Saad Sabri Safiye Said Salah Salim Salma Samer Sami Samir Samira Sedat
      Seda Selda Selin Selma Serap Serdar Serhat Sevda Sevgi Sevim Sezen Shirin Sibel Sinan Songül Suleiman Süleyman Suna Tarek Tarik Tayfun Tolga Tuba Tülay
      Turgut Ufuk Ümit Umut Vildan Volkan Wael Walid Yara Yasemin Yaser Yasin Yasmin Yavuz Youssef Yusuf Zahra Zainab Zehra Zeinab Zeki Zeynep Zübeyde`),
    ...list(`
      Adrian Agnieszka Albulena Alexandru Aleksandra Aleksander Alla Anastasia Anatoli Andrei Andriy Aneta Ania Arben Arta Artem Barbora Bartosz Beata
      Bogdan Boris Bożena Cristina Cristian Dariusz Dawid Denys Dmitri Dmitry Dmytro Dorota Dragan Edyta Elvira Ewa Florin Gabriela Galina Gheorghe Goran
      Grzegorz Halyna Ihor Ilie Ilir Inna Ioana Ion Ionut Ivan Ivana Iwona Jacek Jadwiga Jelena Jerzy Joanna Jovana Justyna Kamil Karolina Katarzyna Kateryna
      Krystyna Krzysztof Ksenia Larysa Lesya Lidia Ljiljana Ludmila Lyudmyla Magdalena Maksym Malgorzata Małgorzata Marcin Marek Mariana Mariola Mariusz Mateusz
      Michail Mihai Milena Mirela Mykola Natalia Nataliia Nataliya Natascha Nikolai Oksana Oleg Oleh Oleksandr Oleksandra Olena Olga Olha Paweł Pavlo Piotr Przemysław
      Radu Roman Ruslan Sergej Sergei Serhii Sławomir Snežana Stanislav Svitlana Swetlana Taras Tetiana Tetyana Tomasz Vasile Vesna Viktoriia Vitali Vladimir Volodymyr
      Wiesława Wiktoria Wojciech Yana Yaroslav Yevhen Yulia Yuliia Yuri Zbigniew Zoran Zsófia Katalin László`),
    ...list(`
      Александр Алексей Алина Алла Анастасия Андрей Андрій Анна Артем Богдан Валентина Виктор Виктория Владимир Володимир Галина Дарья Дарина Дмитро Дмитрий
      Екатерина Елена Ирина Ірина Катерина Ксения Лариса Леся Людмила Максим Марина Мария Марія Михаил Микола Надежда Надія Наталия Наталья Наталія Николай
      Оксана Олег Олександр Олена Ольга Павел Павло Роман Руслан Светлана Світлана Сергей Сергій Софія София Тарас Татьяна Тетяна Юлия Юлія Юрий Ярослав Яна`),
    ...list(`
      أحمد محمد محمود مصطفى علي عمر خالد حسن حسين إبراهيم يوسف فاطمة زينب مريم عائشة خديجة ليلى سارة نور هدى أمل إيمان رنا سلمى ياسمين سمير كريم طارق وليد
      عبدالله عبدالرحمن حمزة بلال رامي سامر جميلة أمينة سعاد نادية رشا هبة لينا دعاء`),
    ...list(`علی حسین رضا زهرا مریم سارا نرگس لیلا شیرین امیر آرش کاوه`),
  ].map((name) => name.toLocaleLowerCase('de')),
)
