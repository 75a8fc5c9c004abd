"""What a spider reads to find pages, and the spiders that fetch them."""
