"""Names that stand in news of every language."""

from bench.dedup.lexicon import phrases, words

FIRST_NAMES = words("""
Jean Marie Pierre Anne Luc Sophie Marc Julie Paul Claire Michel Nathalie Thomas Isabelle Nicolas Catherine Olivier
Céline Philippe Laura Antoine Camille Hugo Emma Louis Alice Simon Sarah David Nadia Karim Fatima Youssef Leïla Mehdi
Jan Els Koen Lies Bart An Wim Katrien Pieter Ilse Dirk Greet Joris Hilde Stijn Sofie Tom Lotte Maarten Femke Daan Sanne
John Mary James Helen William Susan George Margaret Richard Linda Edward Karen Andrew Fiona Stephen Rachel Colin Moira
Angela Klaus Ursula Dieter Giulia Marco Elena Carlos Lucía Diego Ingrid Lars Astrid Piotr Agnieszka Viktor Olga
""")
SURNAMES = words("""
Dupont Lambert Dubois Leroy Simon Laurent Martin Lefèvre Moreau Girard Mercier Fontaine Renard Collin Gérard Denis Noël
Marchal Henry Bodart Lejeune Piron Delvaux Hubert Wauters Jacobs Mertens Peeters Claes Goossens Wouters Willems Maes
Aerts Pauwels Hermans Michiels Vermeulen Desmet Declercq Verhoeven Segers Cools Bakker Visser Smit Meijer Mulder Bos
Vos Dekker Brouwer Dijkstra Kok Prins Kuipers Postma Smith Jones Taylor Brown Wilson Davies Evans Thomas Johnson
Roberts Walker Wright Robinson Thompson White Hughes Green Hall Wood Harris Clarke Cooper Ward Turner Morris Müller
Schmidt Weber Wagner Becker Schulz Rossi Bianchi Ricci Marino García López Pérez Ruiz Nowak Kowalski Petrov Ivanova
Hansen Olsen Benali Haddad Mansouri El-Idrissi Diallo Traoré Mukasa Okafor Tanaka Kim Chen Nguyen Singh Khan Ahmed
Yilmaz Demir
""")
COMPANIES = words("""
Solvay Umicore UCB Colruyt KBC Ageas Proximus Aperam Barco Bekaert Cofinimmo Elia Sofina Galapagos Melexis Airbus
Danone Michelin Orange Renault Thales Vinci Heineken Philips Randstad Wolters Unilever Shell Vodafone Tesco Diageo
Barclays Rio Siemens Bayer Adidas Henkel Nestlé Roche Novartis Ericsson Nokia Iberdrola Repsol Enel Eni Carrefour Accor
Bouygues
""")
INDICES = phrases("Bel 20;CAC 40;AEX;FTSE 100;DAX;Euro Stoxx 50;Dow Jones;Nasdaq;Nikkei 225;Ibex 35;MIB;SMI")
LOTTERIES = phrases("Lotto;Euro Millions;Joker Plus;Keno;Viking Lotto;Extra Lotto;Pick 3;Thunderball")
TEAMS = words("""
Standard Anderlecht Bruges Charleroi Genk Gent Malines Westerlo Eupen Seraing Courtrai Louvain Ajax Feyenoord Utrecht
Twente Vitesse Heerenveen Arsenal Everton Chelsea Fulham Burnley Leicester Southampton Reading Watford Sunderland Lens
Lille Reims Nantes Rennes Brest Angers Lorient Auxerre Metz Nancy Monaco Virton Dessel Lierse Beveren Deinze Lokeren
""")
