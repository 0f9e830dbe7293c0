g () 
{ 
    printf '%s\t%s\t%s\t%s\t%s\t%s\t%s\t%s\t%s\twritten\t%s\n' "wa-$1.md" "$2" "$3" "$4" "$5" "$6" "$7" "$8" "$9" "wa-$1.md" >> /tmp/written/a/gold.tsv
}
